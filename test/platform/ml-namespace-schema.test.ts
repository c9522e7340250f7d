import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { MlNamespace } from '../../lib/platform';
import { app, documents } from './support';

const OPENAPI = resolve(__dirname, '../../../shared/openapi');

/** Where the value is not of the schema: fields that it lacks or does not know, values of another type. */
function faults(value: any, schema: any, definitions: Record<string, any>, path: string): string[] {
  const reference = schema.$ref?.replace('#/definitions/', '');
  if (reference) return faults(value, { ...definitions[reference], $ref: undefined }, definitions, path);
  if (schema.format === 'int-or-string') return ['number', 'string'].includes(typeof value) ? [] : [path];
  if (schema.type === 'array')
    return Array.isArray(value)
      ? value.flatMap((item, i) => faults(item, schema.items, definitions, `${path}[${i}]`))
      : [`${path}: not a list`];
  if (schema.type === 'integer') return Number.isInteger(value) ? [] : [`${path}: not whole`];
  if (['string', 'boolean', 'number'].includes(schema.type))
    return typeof value === schema.type ? [] : [`${path}: type`];
  const known = schema.properties ?? {};
  return [
    ...(schema.required ?? [])
      .filter((name: string) => !(name in value))
      .map((name: string) => `${path}.${name}: missing`),
    ...Object.entries(value).flatMap(([name, inner]) => {
      const field = known[name] ?? schema.additionalProperties;
      return field ? faults(inner, field, definitions, `${path}.${name}`) : [`${path}.${name}: unknown`];
    }),
  ];
}

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

if (!existsSync(OPENAPI) && !process.env.CI) {
  console.warn('../shared/openapi is not here: the objects of a namespace are not compared with the schemas');
  test.skip('every object is one of the API', () => {});
} else {
  test.each(['v1.28', 'v1.33', 'v1.36'])('every object is one of the API of %s', (minor) => {
    const { definitions } = JSON.parse(gunzipSync(readFileSync(join(OPENAPI, minor, 'swagger.json.gz'))).toString());
    const schemaOf = ({ apiVersion, kind }: any) =>
      Object.values<any>(definitions).find((definition) =>
        definition['x-kubernetes-group-version-kind']?.some(
          (known: any) => known.kind === kind && [known.group, known.version].filter(Boolean).join('/') === apiVersion,
        ),
      );
    expect(new Set(objects.map(({ kind }) => kind)).size).toBe(6);
    expect(objects.flatMap((object) => faults(object, schemaOf(object), definitions, object.kind))).toEqual([]);
    // the comparison is not blind
    const broken = { ...objects[0], spec: { finalisers: [] }, metadata: { name: 5 } };
    expect(faults(broken, schemaOf(broken), definitions, 'Namespace')).toEqual([
      'Namespace.metadata.name: type',
      'Namespace.spec.finalisers: unknown',
    ]);
  });
}
