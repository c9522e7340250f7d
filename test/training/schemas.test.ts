import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { SCHEMAS } from '../../scripts/import';
import type { Manifest } from '../cluster/plane/api';
import { differences } from '../imports/subset';
import { moduleFolder } from './controllers/builds';
import { type Controller, pinnedVersion } from './controllers/catalogue';
import { describeWith } from './support/suite';

/** Where each module keeps its CRDs. */
const CRDS: { readonly [controller in Controller]: string } = {
  jobset: 'config/components/crd/bases',
  kueue: 'config/components/crd/bases',
  trainer: 'manifests/base/crds',
  'training-operator': 'manifests/base/crds',
  'mpi-operator': 'manifests/base',
  kuberay: 'config/crd/bases',
};

const crdsIn = (folder: string): Manifest[] => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  const documents = files.flatMap((file) => loadAll(readFileSync(join(folder, file), 'utf8')) as (Manifest | null)[]);
  return documents.flatMap((document) => (document?.kind === 'CustomResourceDefinition' ? [document] : []));
};

const ours = crdsIn(SCHEMAS);

/** test/imports compares our schemas with the newest CRDs; here, with those of the versions that are driven. */
for (const controller of Object.keys(CRDS) as Controller[]) {
  describeWith([controller], `our schemas and ${controller} ${pinnedVersion(controller)}`, () => {
    const shipped = crdsIn(join(moduleFolder(controller), CRDS[controller]));
    const pairs = ours.flatMap((crd) =>
      crd.spec.versions.flatMap((version: Manifest) => {
        const twin = shipped.find(({ metadata }) => metadata.name === crd.metadata.name);
        const theirs = twin?.spec.versions.find(({ name }: Manifest) => name === version.name);
        return theirs ? [[`${crd.spec.names.kind} ${version.name}`, version.schema, theirs.schema] as const] : [];
      }),
    );

    it.each(pairs)('%s', (_name, own, theirs) => {
      expect(differences(own.openAPIV3Schema, theirs.openAPIV3Schema)).toEqual([]);
    });
  });
}
