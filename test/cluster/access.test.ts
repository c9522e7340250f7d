import { MlNamespace } from '../../lib';
import { ControlPlane } from './plane/control-plane';
import { asIdentity, type Identity } from './plane/kubectl';
import { MINIMAL_SERVICE, serviceIn } from './support/charts';
import type { ManifestFolder } from './support/manifests';
import { inParallel } from './support/server-side';
import { synthesize } from './support/synth';

const NAMESPACE = 'fraud';
const PEOPLE: { [role: string]: Identity } = {
  admin: { user: 'ada', groups: ['fraud-leads'] },
  editor: { user: 'edgar', groups: ['fraud-engineers'] },
  viewer: { user: 'vera', groups: ['analysts'] },
  stranger: { user: 'sam', groups: ['marketing'] },
};

/** Who may do what in the namespace. One letter each: Admin, Editor, Viewer; strangers may do nothing. */
const MAY: [verb: string, resource: string, who: string][] = [
  ['get', 'pods', 'AEV'],
  ['get', 'pods/log', 'AEV'],
  ['list', 'deployments.apps', 'AEV'],
  ['get', 'configmaps', 'AEV'],
  ['get', 'horizontalpodautoscalers.autoscaling', 'AEV'],
  ['get', 'poddisruptionbudgets.policy', 'AEV'],
  ['get', 'networkpolicies.networking.k8s.io', 'AEV'],
  ['get', 'resourcequotas', 'AEV'],
  ['get', 'limitranges', 'AEV'],
  ['get', 'serviceaccounts', 'AEV'],
  ['get', 'namespaces', 'AEV'],
  ['create', 'deployments.apps', 'AE'],
  ['patch', 'deployments.apps', 'AE'],
  ['update', 'deployments.apps/scale', 'AE'],
  ['create', 'configmaps', 'AE'],
  ['create', 'services', 'AE'],
  ['create', 'horizontalpodautoscalers.autoscaling', 'AE'],
  ['create', 'poddisruptionbudgets.policy', 'AE'],
  ['create', 'networkpolicies.networking.k8s.io', 'AE'],
  ['create', 'persistentvolumeclaims', 'AE'],
  ['create', 'serviceaccounts', 'AE'],
  ['create', 'jobs.batch', 'AE'],
  ['delete', 'pods', 'AE'],
  ['create', 'pods/exec', 'AE'],
  ['create', 'pods/portforward', 'AE'],
  ['get', 'secrets', 'AE'],
  ['get', 'roles.rbac.authorization.k8s.io', 'A'],
  ['create', 'roles.rbac.authorization.k8s.io', 'A'],
  ['create', 'rolebindings.rbac.authorization.k8s.io', 'A'],
  ['delete', 'rolebindings.rbac.authorization.k8s.io', 'A'],
  ['update', 'resourcequotas', ''],
  ['delete', 'limitranges', ''],
  ['patch', 'namespaces', ''],
  ['delete', 'namespaces', ''],
  ['get', 'nodes', ''],
  ['create', 'clusterrolebindings.rbac.authorization.k8s.io', ''],
  ['impersonate', 'groups', ''],
];

describe('what the groups of a namespace may do', () => {
  let plane: ControlPlane;
  let service: ManifestFolder;

  beforeAll(async () => {
    plane = await ControlPlane.start({ name: 'access', controllers: 'guard-rails' });
    const namespace = synthesize(plane, 'namespace', (app) => {
      new MlNamespace(app, NAMESPACE, {
        admins: PEOPLE.admin.groups,
        editors: PEOPLE.editor.groups,
        viewers: PEOPLE.viewer.groups,
        clusterRoles: { 'system:monitoring': ['watchers'] },
      });
    });
    service = synthesize(plane, 'service', (app) => serviceIn(app, NAMESPACE, MINIMAL_SERVICE));
    expect((await plane.kubectl.applyServerSide(namespace.path)).stderr).toBe('');
    await plane.clusterRolesAreFilled();
  });

  afterAll(() => plane?.stop());

  it.each(MAY)('%s %s: %s', async (verb, resource, who) => {
    const may = (role: string) => plane.kubectl.canI(PEOPLE[role], verb, resource, NAMESPACE);
    const [admin, editor, viewer, stranger] = await inParallel(Object.keys(PEOPLE), 4, may);
    expect({ admin, editor, viewer, stranger }).toEqual({
      admin: who.includes('A'),
      editor: who.includes('E'),
      viewer: who.includes('V'),
      stranger: false,
    });
  });

  it.each(Object.keys(PEOPLE))('nothing in another namespace, as %s', async (role) => {
    expect(await plane.kubectl.canI(PEOPLE[role], 'get', 'pods', 'default')).toBe(false);
  });

  it('lets an editor apply a whole model service, and a viewer not', async () => {
    const asEditor = await plane.kubectl.applyServerSide(service.path, ...asIdentity(PEOPLE.editor));
    expect(asEditor.stderr).toBe('');
    const asViewer = await plane.kubectl.applyServerSide(service.path, ...asIdentity(PEOPLE.viewer));
    expect(asViewer.stderr).toContain('is forbidden');
  });

  it('gives nobody more than they have: an admin cannot hand out the right to change quotas', async () => {
    const args = [
      'create',
      'rolebinding',
      'more',
      '--clusterrole=cluster-admin',
      '--group=fraud-leads',
      '-n',
      NAMESPACE,
    ];
    const outcome = await plane.kubectl.run([...args, ...asIdentity(PEOPLE.admin)]);
    expect(outcome.stderr).toContain('attempting to grant RBAC permissions not currently held');
  });
});
