import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { defaultIdentity } from '../../lib/traits/identity/definition';
import { Identity } from '../../lib/traits/identity/identity';
import { problemsOf, refuses, type Wrong } from './support';

const plan = (identity?: Identity) => (identity?._definition ?? defaultIdentity).plan({ name: 'churn' });
const gcpServiceAccount = 'churn-predictor@my-project.iam.gserviceaccount.com';
const roleArn = 'arn:aws:iam::111122223333:role/ml/churn-predictor';
const clientId = '01234567-89ab-cdef-0123-456789abcdef';

test('is an account of its own, without rights and without a token', () => {
  expect(plan()).toEqual({
    serviceAccountName: 'churn',
    mountToken: false,
    podLabels: {},
    create: { name: 'churn', annotations: {} },
  });
});

test('is one that exists, which is then expected', () => {
  expect(plan(Identity.existing('shared', { mountToken: true }))).toEqual({
    serviceAccountName: 'shared',
    mountToken: true,
    podLabels: {},
    expects: 'shared',
  });
});

test('is one made with cdk8s-plus, which nothing is expected of', () => {
  const account = new kplus.ServiceAccount(new Chart(new App(), 'c'), 'sa', { metadata: { name: 'shared' } });
  expect(plan(Identity.serviceAccount(account))).toEqual({
    serviceAccountName: 'shared',
    mountToken: false,
    podLabels: {},
  });
});

test('acts in the cloud by the annotations that each cloud reads', () => {
  expect(plan(Identity.gke({ gcpServiceAccount })).create).toEqual({
    name: 'churn',
    annotations: { 'iam.gke.io/gcp-service-account': gcpServiceAccount },
  });
  expect(
    plan(Identity.eks({ roleArn, annotations: { 'eks.amazonaws.com/sts-regional-endpoints': 'true' } })).create,
  ).toEqual({
    name: 'churn',
    annotations: { 'eks.amazonaws.com/role-arn': roleArn, 'eks.amazonaws.com/sts-regional-endpoints': 'true' },
  });
});

test('acts on Azure by a label of the pods beside the annotation', () => {
  expect(plan(Identity.aks({ clientId, tenantId: clientId }))).toMatchObject({
    podLabels: { 'azure.workload.identity/use': 'true' },
    create: {
      annotations: { 'azure.workload.identity/client-id': clientId, 'azure.workload.identity/tenant-id': clientId },
    },
  });
  for (const identity of [undefined, Identity.gke({ gcpServiceAccount }), Identity.eks({ roleArn })])
    expect(plan(identity).podLabels).toEqual({});
});

describe('wrong inputs', () => {
  const wrong = (title: string, identity: Identity, prop: string, expected: RegExp, fix: RegExp): Wrong => [
    title,
    (check) => identity._definition.check(check, { name: 'churn' }),
    prop,
    expected,
    fix,
  ];
  refuses([
    wrong('an illegal existing one', Identity.existing('A'), '', /lower case/, /ServiceAccount/),
    wrong(
      'an illegal annotation',
      Identity.dedicated({ annotations: { 'a b': 'c' } }),
      'annotations.a b',
      /key/,
      /legal/,
    ),
    wrong(
      "a person's address",
      Identity.gke({ gcpServiceAccount: 'me@example.com' }),
      'gcpServiceAccount',
      /e-mail/,
      /iam\.gserv/,
    ),
    wrong('a role by its name', Identity.eks({ roleArn: 'churn-predictor' }), 'roleArn', /ARN/, /arn:aws:iam/),
    wrong('a client by its name', Identity.aks({ clientId: 'churn' }), 'clientId', /UUID/, /az identity/),
  ]);

  test('accepts what is right', () => {
    const right = [
      Identity.dedicated(),
      Identity.gke({ gcpServiceAccount }),
      Identity.gke({ gcpServiceAccount: '123456789-compute@developer.gserviceaccount.com' }),
      Identity.eks({ roleArn }),
      Identity.eks({ roleArn: 'arn:aws-cn:iam::111122223333:role/churn' }),
      Identity.aks({ clientId }),
    ];
    for (const identity of right)
      expect(problemsOf((check) => identity._definition.check(check, { name: 'churn' }))).toEqual([]);
  });
});
