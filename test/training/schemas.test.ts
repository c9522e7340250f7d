import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { SCHEMAS } from '../../scripts/import';
import type { Manifest } from '../cluster/plane/api';
import { differences } from '../imports/subset';
import { moduleFolder } from './controllers/builds';
import { type Controller, pinnedVersion } from './controllers/catalogue';
import { describeWith } from './support/suite';

interface Shipped {
  readonly apiVersion: RegExp;
  /** Where the module keeps its CRDs. */
  readonly folder: string;
}

const SHIPPED: { readonly [controller in Controller]: Shipped } = {
  jobset: { apiVersion: /^jobset\.x-k8s\.io\//, folder: 'config/components/crd/bases' },
  kueue: { apiVersion: /^kueue\.x-k8s\.io\//, folder: 'config/components/crd/bases' },
  trainer: { apiVersion: /^trainer\.kubeflow\.org\//, folder: 'manifests/base/crds' },
  'training-operator': { apiVersion: /^kubeflow\.org\/v1$/, folder: 'manifests/base/crds' },
  'mpi-operator': { apiVersion: /^kubeflow\.org\/v2beta1$/, folder: 'manifests/base' },
  kuberay: { apiVersion: /^ray\.io\//, folder: 'config/crd/bases' },
};

interface Version {
  readonly apiVersion: string;
  readonly kind: string;
  readonly schema: Manifest;
}

const versionsIn = (folder: string): Version[] => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  const documents = files.flatMap((file) => loadAll(readFileSync(join(folder, file), 'utf8')) as (Manifest | null)[]);
  const crds = documents.flatMap((document) => (document?.kind === 'CustomResourceDefinition' ? [document] : []));
  return crds.flatMap(({ spec }) =>
    spec.versions.map(({ name, schema }: Manifest) => ({
      apiVersion: `${spec.group}/${name}`,
      kind: spec.names.kind,
      schema: schema.openAPIV3Schema,
    })),
  );
};

const ours = versionsIn(SCHEMAS);

/** test/imports compares our schemas with the newest CRDs; here, with those of the versions that are driven. */
for (const controller of Object.keys(SHIPPED) as Controller[]) {
  describeWith([controller], `our schemas and ${controller} ${pinnedVersion(controller)}`, () => {
    const { apiVersion, folder } = SHIPPED[controller];
    let shipped: Version[];

    beforeAll(() => {
      shipped = versionsIn(join(moduleFolder(controller), folder));
    });

    const own = ours.filter((version) => apiVersion.test(version.apiVersion));
    it.each(own.map((version) => [`${version.kind} ${version.apiVersion}`, version] as const))(
      '%s',
      (_name, version) => {
        const twin = shipped.find((each) => each.kind === version.kind && each.apiVersion === version.apiVersion);
        expect(differences(version.schema, twin?.schema)).toEqual([]);
      },
    );
  });
}
