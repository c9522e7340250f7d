import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { loadAll } from 'js-yaml';
import { CREDENTIAL_HINT } from '../../lib/internal/credential-forms';
import { credentialFault, credentialInText } from '../../lib/internal/credentials';
import { checkObjects, container, custom, findings, objects, pod } from './support';

/** Put together here, so that no scanner of repositories takes them for real ones. */
const letters = (n: number) => 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7'.repeat(10).slice(0, n);
/** A variable as shells and compose files write it. */
const VARIABLE = `$${'{DB_PASSWORD}'}`;
const AWS_ID = `AKIA${'IOSFODNN7EXAMPLE'}`;

describe('credentials by their look', () => {
  test.each([
    ['AWS', AWS_ID],
    ['private key', `-----BEGIN ${'RSA '}PRIVATE KEY-----\nMIIE...`],
    ['OpenSSH key', `x\n-----BEGIN ${'OPENSSH '}PRIVATE KEY-----`],
    ['GitHub', `ghp_${letters(36)}`],
    ['GitHub, fine-grained', `github_pat_${letters(40)}`],
    ['GitLab', `glpat-${letters(20)}`],
    ['Hugging Face', `hf_${letters(34)}`],
    ['OpenAI', `sk-${letters(48)}`],
    ['OpenAI project', `sk-proj-${letters(40)}`],
    ['Anthropic', `sk-ant-${letters(40)}`],
    ['Stripe', `sk_live_${letters(24)}`],
    ['NVIDIA', `nvapi-${letters(64)}`],
    ['Google', `AIza${letters(35)}`],
    ['Slack', `xoxb-${letters(24)}`],
    ['npm', `npm_${letters(36)}`],
    ['Azure', `DefaultEndpointsProtocol=https;AccountKey=${letters(86)}==`],
    ['Groq', `gsk_${letters(52)}`],
    ['xAI', `xai-${letters(80)}`],
    ['Replicate', `r8_${letters(37)}`],
    ['LangSmith', `lsv2_pt_${'0a'.repeat(16)}_${'0a'.repeat(5)}`],
    ['Databricks', `dapi${'0a'.repeat(16)}`],
    ['Google OAuth', `GOCSPX-${letters(28)}`],
    ['Slack app', `xapp-1-${letters(24)}`],
    ['DigitalOcean', `dop_v1_${'0a'.repeat(32)}`],
    ['Vault', `hvs.${letters(24)}`],
    ['Grafana', `glsa_${letters(32)}_${'0a'.repeat(4)}`],
    ['Pulumi', `pul-${'0a'.repeat(20)}`],
    ['New Relic', `NRAK-${'A1'.repeat(14)}`],
    ['SendGrid', `SG.${letters(22)}.${letters(43)}`],
    ['age', `AGE-SECRET-KEY-1${'A1'.repeat(29)}`],
    ['presigned', `https://bucket.s3.amazonaws.com/model?X-Amz-Date=1&X-Amz-Signature=${'0a'.repeat(32)}`],
    ['shared access', `https://account.blob.core.windows.net/m?sv=2022&sig=${letters(43)}%3D`],
    ['header in a command', `curl -H "Authorization: Bearer ${letters(20)}" https://host/`],
    ['header in a file', `headers:\n  Authorization: "Basic ${letters(20)}"`],
    ['JWT', `eyJ${letters(20)}.eyJ${letters(40)}.${letters(43)}`],
    ['URL', 'postgresql://mlflow:s3cr3t@db:5432/mlflow'],
    ['URL without user', 'redis://:hunter22@cache:6379/0'],
    ['connection string', 'host=db user=ml password=hunter22 dbname=ml'],
    ['YAML', 'database:\n  user: ml\n  password: "correct horse"\n'],
    ['JSON', '{"api_key": "abcdef123456"}'],
    ['INI', '[db]\naws_secret_access_key = wJalrXUtnFEMI\n'],
  ])('%s', (_name, value) => {
    expect(credentialFault('SETTING', value)).toBeDefined();
    expect(credentialFault('', `before\n${value}\nafter`)).toBeDefined();
    expect(value).toMatch(CREDENTIAL_HINT);
  });
});

describe('credentials by their name', () => {
  test.each([
    ['DB_PASSWORD', 'postgres'],
    ['PGPASSWORD', '12345678'],
    ['password', 'changeme'],
    ['db.password', 'hunter22'],
    ['dbPassword', 'hunter22'],
    ['AWS_ACCESS_KEY_ID', 'minio'],
    ['AWS_SECRET_ACCESS_KEY', 'minio123'],
    ['OPENAI_API_KEY', 'abc'],
    ['HF_TOKEN', 'abcdefgh'],
    ['MLFLOW_TRACKING_TOKEN', 'abcdefgh'],
    ['JWT_SECRET', 'my-jwt-secret'],
    ['WANDB_KEY', letters(40)],
    ['SOME_KEY', letters(16)],
    ['config', 'password=abcd'],
    ['Authorization', `Bearer ${letters(12)}`],
    ['X-Api-Key', 'abcdef'],
    ['APP_CREDENTIALS', letters(24)],
  ])('%s=%s', (name, value) => expect(credentialFault(name, value)).toBeDefined());
});

describe('no credentials', () => {
  test.each([
    ['LOG_LEVEL', 'INFO'],
    ['DB_PASSWORD', ''],
    ['DB_PASSWORD', '$(FROM_SECRET)'],
    ['DB_PASSWORD', VARIABLE],
    ['DB_PASSWORD_FILE', '/run/secrets/db'],
    ['DB_PASSWORD', '/run/secrets/db'],
    ['PASSWORD', '{{ .Values.password }}'],
    ['PASSWORD', '<from the vault>'],
    ['PASSWORD', '********'],
    ['ALLOW_EMPTY_PASSWORD', 'yes'],
    ['OPENAI_API_KEY', 'EMPTY'],
    ['OPENAI_API_KEY', 'not-needed'],
    ['EOS_TOKEN', '<|endoftext|>'],
    ['EOS_TOKEN', 'end_of_sequence'],
    ['MAX_TOKEN', '4096'],
    ['MAX_TOKENS', '131072000'],
    ['TOKENIZERS_PARALLELISM', 'false'],
    ['HF_TOKEN_PATH', '/home/app/.cache/token'],
    ['SECRET_NAME', 'churn-predictor-secrets'],
    ['IMAGE_PULL_SECRET', 'regcred'],
    ['PARTITION_KEY', 'user_id_2024_partition'],
    ['CACHE_KEY', letters(40)],
    ['S3_KEY', 'models/churn/model.pkl'],
    ['SSL_KEY', '/etc/tls/tls.key'],
    ['PUBLIC_KEY', letters(40)],
    // long, but a number, a word, a sentence, a path: not what a key is
    ['SOME_KEY', '12345678901234567890'],
    ['SOME_KEY', 'abcdefghijklmnopqrstuvwxyz'],
    ['SOME_KEY', 'aB3dE6 gH9jK2mN5pQ8sT1'],
    ['SOME_KEY', 'aB3dE6/gH9jK2mN5pQ8sT1'],
    ['SOME_KEY', 'aB3dE6gH9'],
    ['config', 'password=abc'],
    ['MODEL_KEY', 'churn-model-v2-2024'],
    ['MLFLOW_TRACKING_URI', 'http://mlflow-server.ml-serving.svc.cluster.local:5000'],
    ['REPOSITORY', 'ssh://git@github.com/org/repo.git'],
    ['DATABASE_URL', 'postgresql://mlflow@db:5432/mlflow'],
    ['DATABASE_URL', 'postgresql://mlflow:$(DB_PASSWORD)@db:5432/mlflow'],
    ['DATABASE_URL', `postgresql://mlflow:${VARIABLE}@db:5432/mlflow`],
    ['MODEL', 'sk-learn-gradient-boosting-classifier-2024'],
    ['TASK', 'task-classification-risk-0123456789'],
    ['IMAGE', `registry.example/app@sha256:${'0123456789abcdef'.repeat(4)}`],
    ['settings.py', "password = os.environ['DB_PASSWORD']\napi_key = settings.api_key\ntoken: str = Field(...)"],
    [
      'client.py',
      'def connect(user, password: str, api_key: Optional[str] = None):\n    run(password=password, api_key=self.api_key)',
    ],
    ['app.yaml', `password: ${VARIABLE}\nsecret_key: "{{ secret }}"\npassword_file: /run/secrets/x\n`],
    ['app.toml', 'max_tokens = 4096\nauth_token = ""\n'],
    ['nginx.conf', 'proxy_set_header Authorization $http_authorization;'],
    ['Authorization', 'Bearer $(TOKEN)'],
    ['example', '-----BEGIN PRIVATE KEY-----\n<private-key>\n-----END PRIVATE KEY-----'],
    ['command', 'curl -H "Authorization: Bearer $TOKEN" https://host/'],
    ['url', 'https://host/?signature=short&sig=abc'],
    ['ca.crt', '-----BEGIN CERTIFICATE-----\nMIIB...\n-----END CERTIFICATE-----'],
    ['key.pub', `ssh-ed25519 ${letters(60)} user@host`],
  ])('%s=%s', (name, value) => expect(credentialFault(name, value)).toBeUndefined());

  test('and never a crash or a long search', () => {
    fc.assert(fc.property(fc.string(), fc.anything(), (name, value) => void credentialFault(name, value)));
    const nasty = ['a.', 'password=', '://:', 'eyJa.', '-----BEGIN A ', 'sk-'].map((s) => s.repeat(200_000));
    for (const text of nasty) credentialFault('X', text);
  });
});

const SHARED = join(__dirname, '../../../shared');
const present = existsSync(join(SHARED, 'openapi')) && existsSync(join(SHARED, 'crds'));

/** Texts that speak of passwords, tokens and keys on every page, and hold none. */
(present ? test : test.skip)(
  'no alarm in 300,000 texts of the documentation of Kubernetes and of 138 CRDs',
  () => {
    let texts = 0;
    const alarms: string[] = [];
    const search = (value: unknown): void => {
      if (typeof value === 'string') {
        texts++;
        const fault = credentialInText(value);
        if (fault) alarms.push(`${fault}: ${value.slice(0, 200)}`);
      } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(search);
    };
    const swagger = readFileSync(join(SHARED, 'openapi/v1.36/swagger.json.gz'));
    search(JSON.parse(gunzipSync(swagger).toString()));
    for (const file of readdirSync(join(SHARED, 'crds'), { recursive: true, encoding: 'utf8' }))
      if (/\.ya?ml$/.test(file)) search(loadAll(readFileSync(join(SHARED, 'crds', file), 'utf8')));
    expect(alarms).toEqual([]);
    expect(texts).toBeGreaterThan(300_000);
  },
  120_000,
);

describe('the rule', () => {
  const rule = 'literal-credential';

  test('looks into the environment, the command line and ConfigMaps', () => {
    const place = (rest: object) => findings(rule, [pod({ containers: [container(rest)] })])[0]?.prop;
    expect(place({ env: [{ name: 'DB_PASSWORD', value: 'hunter22' }] })).toBe(
      'spec.containers[api].env[DB_PASSWORD].value',
    );
    expect(place({ args: ['--api-key=abcdef'] })).toBe('spec.containers[api].args[0]');
    expect(place({ args: ['--api-key', 'abcdef'] })).toBe('spec.containers[api].args[1]');
    expect(place({ command: ['sh', '-c', 'curl https://u:hunter22@host/'] })).toBe('spec.containers[api].command[2]');
    expect(place({ args: ['--api-key', '--verbose'] })).toBeUndefined();
    expect(place({ args: ['--api-key=$(API_KEY)'] })).toBeUndefined();
    expect(findings(rule, [custom('v1', 'ConfigMap', { data: { 'db.password': 'hunter22' } })])[0].prop).toBe(
      'data[db.password]',
    );
    const init = pod({ initContainers: [container({ name: 'i', env: [{ name: 'X', value: AWS_ID }] })] });
    expect(objects(rule, [init])).toBe(true);
  });

  test('looks into every text of every object', () => {
    const token = `hf_${letters(34)}`;
    const url = 'https://ml:hunter22@store.example/bucket';
    const place = (rest: object) => findings(rule, [pod({ containers: [container(rest)] })]).map(({ prop }) => prop);
    const headers = [{ name: 'Authorization', value: `Bearer ${letters(12)}` }];
    expect(place({ livenessProbe: { httpGet: { port: 1, httpHeaders: headers } } })).toEqual([
      'spec.containers[api].livenessProbe.httpGet.httpHeaders[Authorization].value',
    ]);
    expect(place({ readinessProbe: { exec: { command: ['curl', '--api-key=abcdef', 'localhost'] } } })).toEqual([
      'spec.containers[api].readinessProbe.exec.command[1]',
    ]);
    expect(place({ lifecycle: { preStop: { exec: { command: ['sh', '-c', `curl ${url}`] } } } })).toEqual([
      'spec.containers[api].lifecycle.preStop.exec.command[2]',
    ]);
    const of = (made: object) => findings(rule, [made]).map(({ prop }) => prop);
    const snippet = 'nginx.ingress.kubernetes.io/configuration-snippet';
    expect(
      of(custom('networking.k8s.io/v1', 'Ingress', { metadata: { annotations: { [snippet]: `set $t "${token}";` } } })),
    ).toEqual([`metadata.annotations[${snippet}]`]);
    expect(of(custom('v1', 'Service', { metadata: { labels: { token } } }))).toEqual(['metadata.labels.token']);
    expect(
      of(custom('keda.sh/v1alpha1', 'ScaledObject', { spec: { triggers: [{ metadata: { address: url } }] } })),
    ).toEqual(['spec.triggers[0].metadata.address']);
    expect(of(custom('example.org/v1', 'Widget', { spec: { deep: [[{ any: token }]] } }))).toEqual([
      'spec.deep[0][0].any',
    ]);
    const parameters = [{ name: 'db-password', value: 'hunter22' }];
    expect(of(custom('argoproj.io/v1alpha1', 'Workflow', { spec: { arguments: { parameters } } }))).toEqual([
      'spec.arguments.parameters[db-password].value',
    ]);
  });

  test('keys and names of secrets are none', () => {
    const spec = {
      secretStoreRef: { name: 'vault' },
      data: [{ secretKey: 'API_KEY', remoteRef: { key: 'ml/api-key', property: 'password' } }],
    };
    expect(findings(rule, [custom('external-secrets.io/v1', 'ExternalSecret', { spec })])).toEqual([]);
    const checksum = { 'checksum/secret': letters(64), 'cdk8s-ml.io/config-checksum': letters(20) };
    expect(findings(rule, [custom('v1', 'Service', { metadata: { annotations: checksum } })])).toEqual([]);
    const crd = { spec: { versions: [{ schema: { description: `for example hf_${letters(34)}` } }] } };
    expect(findings(rule, [custom('apiextensions.k8s.io/v1', 'CustomResourceDefinition', crd)])).toEqual([]);
  });

  test('never repeats the value', () => {
    const all = checkObjects([
      pod({ containers: [container({ env: [{ name: 'DB_PASSWORD', value: 'hunter22' }] })] }),
      custom('v1', 'Secret', { stringData: { A: 'hunter22' } }),
    ]);
    expect(all.map((finding) => finding.rule)).toEqual([rule, 'secret-in-manifest']);
    expect(JSON.stringify(all)).not.toContain('hunter22');
  });

  test('a Secret without values is fine', () => {
    for (const rest of [{}, { data: {} }, { data: { a: '' } }, { type: 'kubernetes.io/service-account-token' }])
      expect(objects('secret-in-manifest', [custom('v1', 'Secret', rest)])).toBe(false);
  });
});

test('images', () => {
  const floating = (image: unknown) => objects('floating-image', [pod({ containers: [container({ image })] })]);
  for (const image of ['nginx', 'nginx:latest', 'registry:5000/nginx', 'a/b/c'])
    expect([image, floating(image)]).toEqual([image, true]);
  for (const image of [
    'nginx:1.27',
    'registry:5000/nginx:1',
    `nginx@sha256:${'a'.repeat(64)}`,
    'nginx:latest@sha256:a',
    '',
    undefined,
    1,
  ])
    expect([image, floating(image)]).toEqual([image, false]);
  const volumes = [{ name: 'm', image: { reference: 'registry.example/model' } }];
  expect(findings('floating-image', [pod({ volumes })])[0].prop).toBe('spec.volumes[m].image.reference');
});
