import { ClusterTarget, ModelSource, SecretSource } from '../../../lib/values';
import { fixesOf, problemsOf } from '../support';

const TARGET = ClusterTarget.kubernetes('1.35');
const faults = (source: ModelSource, target = TARGET) =>
  fixesOf((check) => source._definition.check(check, { target, serverPullsFromHub: false }));
const ONE = SecretSource.existing('x', { keys: ['A'] });
const TWO = SecretSource.existing('x', { keys: ['A', 'B'] });
const HTTP = { url: 'https://example.com/model.pkl' };
const HUB = { repository: 'a/b', revision: 'v1' };
const MLFLOW = { uri: 'models:/churn/3', trackingUri: 'http://mlflow:5000' };
const COMMIT = 'take the commit from the history on the "Files" page of the repository';
const REPOSITORY = 'repository: write it as the page of the model shows it';
const NUMBER = 'write the number of the version: an alias or a stage means another model after the next promotion';

test.each([
  ['a relative path in the image', ModelSource.inImage('models/x.pkl'), ["path: write '/models/x.pkl'"]],
  ['no path in the image', ModelSource.inImage(undefined as never), ['path: write ModelSource.inImage(path)']],

  ['no URL', ModelSource.http({ url: 'model.pkl' }), ['url: write it with https://']],
  ['a URL of S3', ModelSource.http({ url: 's3://bucket/key' }), ['url: use ModelSource.s3 for it']],
  ['a URL of Google', ModelSource.http({ url: 'gs://bucket/key' }), ['url: use ModelSource.gcs for it']],
  ['http without checksum', ModelSource.http({ url: 'http://example.com/m' }), ['url: use https://, or give sha256']],
  [
    'a URL without a name',
    ModelSource.http({ url: 'https://example.com/' }),
    ['url: give path, the name that the file is to have'],
  ],
  [
    'a URL without a host',
    ModelSource.http({ url: 'https:///model.pkl' }),
    ['url: name the host after the two slashes'],
  ],
  [
    'a URL without slashes',
    ModelSource.http({ url: 'https:example.com/m' }),
    ['url: name the host after the two slashes'],
  ],
  ['a scheme in capitals', ModelSource.http({ url: 'HTTPS://Example.com/m' }), ["url: write 'https://example.com/m'"]],
  [
    'a space',
    ModelSource.http({ url: 'https://example.com/my model' }),
    ["url: write 'https://example.com/my%20model'"],
  ],
  ['a space before', ModelSource.http({ url: ' https://example.com/m' }), ["url: write 'https://example.com/m'"]],
  ['a newline', ModelSource.http({ url: 'https://example.com/m\n' }), ["url: write 'https://example.com/m'"]],
  ['a backslash', ModelSource.http({ url: 'https://example.com\\m' }), ["url: write 'https://example.com/m'"]],
  ['braces', ModelSource.http({ url: 'https://example.com/{m}' }), ["url: write 'https://example.com/%7Bm%7D'"]],
  ['an umlaut', ModelSource.http({ url: 'https://exämple.com/m' }), ["url: write 'https://xn--exmple-cua.com/m'"]],
  ['a file of the machine', ModelSource.http({ url: 'file:///etc/passwd' }), ['url: write it with https://']],
  [
    'a URL of a folder',
    ModelSource.http({ url: 'https://example.com/models/' }),
    ['url: give path, the name that the file is to have'],
  ],
  [
    'a URL that climbs to the host',
    ModelSource.http({ url: 'https://example.com/models/%2e%2e' }),
    ['url: give path, the name that the file is to have'],
  ],
  [
    'a password in the URL',
    ModelSource.http({ url: 'https://me:secret@example.com/m' }),
    ['url: take it out, and give a token by reference: token: SecretSource...'],
  ],
  [
    'a signed URL',
    ModelSource.http({ url: 'https://b.s3.amazonaws.com/m?X-Amz-Signature=abc' }),
    ['url: use ModelSource.s3 or ModelSource.gcs, or give a token by reference: token: SecretSource...'],
  ],
  [
    'a token without https',
    ModelSource.http({ url: 'http://example.com/m', sha256: 'a'.repeat(64), token: ONE }),
    ['url: use https://, or leave token out'],
  ],
  [
    'a checksum in capitals',
    ModelSource.http({ ...HTTP, sha256: 'A'.repeat(64) }),
    [`sha256: write '${'a'.repeat(64)}'`],
  ],
  [
    'a checksum with its algorithm',
    ModelSource.http({ ...HTTP, sha256: `sha256:${'a'.repeat(64)}` }),
    [`sha256: write '${'a'.repeat(64)}'`],
  ],
  [
    'an MD5',
    ModelSource.http({ ...HTTP, sha256: 'a'.repeat(32) }),
    ['sha256: take what `sha256sum` prints for the file'],
  ],
  ['two keys for one token', ModelSource.http({ ...HTTP, token: TWO }), ['token: name the one that holds the value']],
  [
    'a token in a file',
    ModelSource.http({ ...HTTP, token: SecretSource.existing('x', { keys: ['A'], mountPath: '/s' }) }),
    ['token.mountPath: leave mountPath out'],
  ],
  [
    'a path elsewhere',
    ModelSource.http({ ...HTTP, path: '/data/model.pkl' }),
    ["path: write '/models/data/model.pkl', or set mountPath to its folder"],
  ],
  [
    'a path that climbs',
    ModelSource.http({ ...HTTP, path: '../model.pkl' }),
    ["path: write it without spaces, '.' and '..', for example 'churn/model.pkl'"],
  ],
  [
    'the folder itself',
    ModelSource.http({ ...HTTP, path: '/models/' }),
    ["path: write it without spaces, '.' and '..', for example 'churn/model.pkl'"],
  ],
  [
    'the folder itself, by a dot',
    ModelSource.http({ ...HTTP, path: './' }),
    ["path: write it without spaces, '.' and '..', for example 'churn/model.pkl'"],
  ],
  ['a folder with slash', ModelSource.http({ ...HTTP, mountPath: '/models/' }), ["mountPath: write '/models'"]],
  ['a size without unit', ModelSource.http({ ...HTTP, size: '15GB' }), ["size: write '15Gi'"]],
  [
    'an image that moves, too little of it',
    ModelSource.http({ ...HTTP, image: 'curl:latest', cpu: '0', memory: '1' }),
    [
      "image: replace 'latest' by the version that you tested, or add its digest (curl@sha256:...)",
      'cpu: give the container some CPU',
      "memory: add the unit: '1Mi' or '1Gi'",
    ],
  ],

  ['a bucket alone', ModelSource.s3({ uri: 's3://bucket' }), ['uri: write it so, the bucket in lower case']],
  ['a key that climbs', ModelSource.s3({ uri: 's3://bucket/..' }), ['uri: write it so, the bucket in lower case']],
  ['a bucket in capitals', ModelSource.s3({ uri: 's3://Bucket/key' }), ['uri: write it so, the bucket in lower case']],
  ['a URI of Google in S3', ModelSource.s3({ uri: 'gs://bucket/key' }), ['uri: use ModelSource.gcs for it']],
  [
    'an endpoint without scheme',
    ModelSource.s3({ uri: 's3://bucket/key', endpoint: 'minio:9000' }),
    ['endpoint: write scheme and host'],
  ],
  [
    'an endpoint with a path',
    ModelSource.s3({ uri: 's3://bucket/key', endpoint: 'https://minio:9000/models' }),
    ["endpoint: write 'https://minio:9000', without a path"],
  ],
  [
    'a password in the endpoint',
    ModelSource.s3({ uri: 's3://bucket/key', endpoint: 'http://me:secret@minio:9000' }),
    ['endpoint: take it out, and give credentials by reference: credentials: SecretSource...'],
  ],
  [
    'a key with an empty part',
    ModelSource.s3({ uri: 's3://bucket/a//b' }),
    ['uri: write it so, the bucket in lower case'],
  ],
  [
    'a scheme of S3 in capitals',
    ModelSource.s3({ uri: 'S3://bucket/a' }),
    ['uri: write it so, the bucket in lower case'],
  ],
  [
    'a region as people say it',
    ModelSource.s3({ uri: 's3://bucket/key', region: 'EU (Frankfurt)' }),
    ['region: write its short name'],
  ],
  [
    'keys that S3 does not know',
    ModelSource.s3({ uri: 's3://bucket/key', credentials: ONE }),
    [
      "credentials: name its key: keys: ['AWS_ACCESS_KEY_ID'], or env: { AWS_ACCESS_KEY_ID: '...' }",
      "credentials: name its key: keys: ['AWS_SECRET_ACCESS_KEY'], or env: { AWS_SECRET_ACCESS_KEY: '...' }",
    ],
  ],
  [
    'credentials for an open bucket',
    ModelSource.gcs({ uri: 'gs://bucket/key', credentials: ONE, anonymous: true }),
    ['anonymous: leave one of them out'],
  ],
  [
    'two keys of Google',
    ModelSource.gcs({ uri: 'gs://bucket/key', credentials: TWO }),
    ['credentials: name the one that holds the value'],
  ],

  [
    'an illegal claim',
    ModelSource.claim({ claimName: 'My Claim', subPath: '/abs', path: '../x' }),
    [
      "path: write it without spaces, '.' and '..', for example 'churn/model.pkl'",
      'claimName: choose a name of that form',
      "subPath: write it like 'models/churn'",
    ],
  ],
  [
    'an image that moves',
    ModelSource.ociImage({ reference: 'model' }),
    ["reference: add the version that you tested, for example 'model:1.0.0'"],
  ],

  ['a branch', ModelSource.huggingFace({ ...HUB, revision: 'main' }), [`revision: ${COMMIT}`]],
  ['no revision', ModelSource.huggingFace({ repository: 'a/b' } as never), ['revision: set revision']],
  ['a pull request', ModelSource.huggingFace({ ...HUB, revision: 'refs/pr/1' }), [`revision: ${COMMIT}`]],
  [
    'a page',
    ModelSource.huggingFace({ ...HUB, repository: 'https://huggingface.co/Qwen/Qwen3-8B/tree/main' }),
    ["repository: write 'Qwen/Qwen3-8B'"],
  ],
  ['a name without owner', ModelSource.huggingFace({ ...HUB, repository: 'gpt2' }), [REPOSITORY]],
  ['a name that climbs', ModelSource.huggingFace({ ...HUB, repository: 'a/..' }), [REPOSITORY]],
  ['a name that ends in a dot', ModelSource.huggingFace({ ...HUB, repository: 'a/b.' }), [REPOSITORY]],
  ['a revision that climbs', ModelSource.huggingFace({ ...HUB, revision: '..' }), [`revision: ${COMMIT}`]],
  [
    'two keys, none of them the token',
    ModelSource.huggingFace({ ...HUB, token: TWO }),
    ["token: name the key, for example env: { HF_TOKEN: 'token' }"],
  ],

  [
    'patterns without a pattern',
    ModelSource.huggingFace({ ...HUB, include: [] }),
    ['include: name some, or leave it out'],
  ],
  [
    'a pattern of the whole disk',
    ModelSource.huggingFace({ ...HUB, exclude: ['/models/*'] }),
    ["exclude[0]: write it like '*.safetensors' or 'onnx/*'"],
  ],

  ['an alias', ModelSource.mlflow({ ...MLFLOW, uri: 'models:/churn@champion' }), [`uri: ${NUMBER}`]],
  ['a stage', ModelSource.mlflow({ ...MLFLOW, uri: 'models:/churn/Production' }), [`uri: ${NUMBER}`]],
  ['a path', ModelSource.mlflow({ ...MLFLOW, uri: 'mlruns/0/model' }), ['uri: write it so']],
  ['a model called ..', ModelSource.mlflow({ ...MLFLOW, uri: 'models:/../3' }), ['uri: write it so']],
  ['a run alone', ModelSource.mlflow({ ...MLFLOW, uri: `runs:/${'a'.repeat(32)}/` }), ['uri: write it so']],
  [
    'a path that climbs out of a run',
    ModelSource.mlflow({ ...MLFLOW, uri: `runs:/${'a'.repeat(32)}/..` }),
    ['uri: write it so'],
  ],
  [
    'an empty folder of a run',
    ModelSource.mlflow({ ...MLFLOW, uri: `runs:/${'a'.repeat(32)}/a//b` }),
    ['uri: write it so'],
  ],
  [
    'a tracking server without a host',
    ModelSource.mlflow({ ...MLFLOW, trackingUri: 'http:///mlflow' }),
    ['trackingUri: name the host after the two slashes'],
  ],
  [
    'a file as tracking server',
    ModelSource.mlflow({ ...MLFLOW, trackingUri: './mlruns' }),
    ['trackingUri: write it so'],
  ],
  [
    'a password in its URL',
    ModelSource.mlflow({ ...MLFLOW, trackingUri: 'https://me:secret@mlflow' }),
    ['trackingUri: take it out, and give credentials by reference'],
  ],
])('%s is refused', (_title, source, expected) => {
  expect(faults(source)).toEqual(expected);
});

test('the errors themselves show no password', () => {
  const sources = [
    ModelSource.http({ url: 'https://me:hunter2@example.com/m?token=hunter2' }),
    ModelSource.mlflow({ ...MLFLOW, trackingUri: 'https://me:hunter2@mlflow' }),
  ];
  for (const source of sources)
    expect(
      JSON.stringify(
        problemsOf((check) => source._definition.check(check, { target: TARGET, serverPullsFromHub: false })),
      ),
    ).not.toContain('hunter2');
});

test('patterns are refused where the server downloads the repository itself', () => {
  const source = ModelSource.huggingFace({ ...HUB, include: ['*.safetensors'] });
  const context = { target: TARGET, serverPullsFromHub: true };
  expect(fixesOf((check) => source._definition.check(check, context))).toEqual(['include: leave it out']);
});

test('an OCI image is refused where the cluster cannot mount it, with what to do instead', () => {
  const source = ModelSource.ociImage({ reference: 'model:1' });
  const old = ClusterTarget.kubernetes('1.33');
  const [problem] = problemsOf((check) => source._definition.check(check, { target: old, serverPullsFromHub: false }));
  expect(problem.expected).toContain('Kubernetes 1.35 or newer (the target is 1.33)');
  expect(problem.fix).toContain(
    'download the model, or mount a claim, or target 1.35, or turn the feature gate ImageVolume on',
  );
  expect(faults(source, ClusterTarget.kubernetes('1.33', { featureGates: ['ImageVolume'] }))).toEqual([]);
});
