import { readFileSync } from 'node:fs';
import { printed } from './support/findings';
import { kubeScore } from './support/kube-score';
import { forget, scratch } from './support/scratch';
import { committed, type Subject } from './support/subject';
import { complaints, judged, readWaivers } from './support/waivers';

afterAll(forget);

test('nothing is found in the committed manifests that is not waived, and no waiver is left over', async () => {
  const findings = (await Promise.all(committed().map(kubeScore))).flat();
  const waivers = readWaivers().filter(({ judge }) => judge === 'kube-score');
  expect(complaints(judged(findings, waivers))).toEqual([]);
});

describe('what kube-score would find', () => {
  test('a NetworkPolicy that is gone, though another environment has one', async () => {
    const without = scratch(lacking('NetworkPolicy', yamlOf('credit-risk/prod')));
    expect((await kubeScore(without)).map(printed)).toContain(
      'scratch/test/Deployment/credit-risk: kube-score pod-networkpolicy: The pod does not have a matching NetworkPolicy',
    );
  });

  test('a memory limit that is gone, beside a CPU limit that is waived', async () => {
    const unlimited = scratch(
      yamlOf('credit-risk/prod').replace(/(limits:\n(?: +(?!memory)\S+: .*\n)*) +memory: .*\n/, '$1'),
    );
    const { open } = judged(await kubeScore(unlimited), [
      {
        judge: 'kube-score',
        check: 'container-resources',
        objects: ['*/*/*/*'],
        message: '(*) CPU limit *',
        reason: '',
      },
    ]);
    expect(open.map(({ message }) => message)).toContain('(server) Memory limit is not set');
  });

  test('all the same where an annotation asks it to look away', async () => {
    const manifest = yamlOf('credit-risk/prod');
    const ignoring = manifest.replaceAll(
      /^kind: Deployment\nmetadata:\n/gm,
      '$&  annotations: { kube-score/ignore: "container-image-pull-policy,container-resources" }\n',
    );
    expect(ignoring).not.toBe(manifest);
    expect((await kubeScore(scratch(ignoring))).map(printed)).toEqual(
      (await kubeScore(scratch(manifest))).map(printed),
    );
  });
});

function yamlOf(name: string): string {
  const { files } = committed().find((subject) => subject.name === name) as Subject;
  return files.map((file) => readFileSync(file, 'utf8')).join('---\n');
}

function lacking(kind: string, yaml: string): string {
  const documents = yaml.split(/^---\n/m);
  const left = documents.filter((document) => !new RegExp(`^kind: ${kind}$`, 'm').test(document));
  if (left.length === documents.length) throw new Error(`there is no ${kind} to take away`);
  return left.join('---\n');
}
