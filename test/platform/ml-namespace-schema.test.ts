import { MlNamespace } from '../../lib/platform';
import { describeWithSchemas, MINORS, schemasOf } from '../support/openapi';
import { app, documents } from './support';

const objects = [
  ...documents(
    new MlNamespace(app(), 'ml', {
      protect: true,
      podSecurityVersion: 'latest',
      quota: { cpu: '4', memoryLimit: '8Gi', gpus: 1, pods: 10, hard: { 'count/secrets': '20' } },
      containers: { minCpu: '10m', maxMemory: '4Gi' },
      maxClaimSize: '1Ti',
      defaultDenyEgress: true,
      allowWithin: true,
      allowFromNamespaces: ['ingress'],
      serviceAccounts: ['trainer'],
      admins: ['leads'],
      clusterRoles: { 'kubeflow-edit': ['engineers'] },
    }),
  ).values(),
];

describeWithSchemas('the objects of a namespace', () => {
  test.each(MINORS)('are of the API of Kubernetes 1.%d', (minor) => {
    const schemas = schemasOf(minor);
    expect(new Set(objects.map(({ kind }) => kind)).size).toBe(6);
    expect(objects.flatMap((object) => schemas.faults(object))).toEqual([]);
  });

  test('are compared by something that is not blind', () => {
    const broken = { ...objects[0], spec: { finalisers: [] }, metadata: { name: 5 } };
    expect(schemasOf(33).faults(broken)).toEqual([
      'Namespace.metadata.name: not a string',
      'Namespace.spec.finalisers: unknown',
    ]);
  });
});
