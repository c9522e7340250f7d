import { join } from 'node:path';
import { checkov } from './support/checkov';
import { inTurns } from './support/in-turns';
import { forget, scratch } from './support/scratch';
import { committed } from './support/subject';
import { complaints, judged, readWaivers } from './support/waivers';

const POD = (annotations = '{}') => `
apiVersion: v1
kind: Pod
metadata: { name: bare, namespace: ml, annotations: ${annotations} }
spec: { containers: [{ name: server, image: "ghcr.io/your-org/churn:1.0.0", securityContext: { privileged: true } }] }
`;

afterAll(forget);

test('nothing is found in the committed manifests that is not waived, and no waiver is left over', async () => {
  const findings = (await inTurns(committed(), checkov)).flat();
  const waivers = readWaivers().filter(({ judge }) => judge === 'checkov');
  expect(complaints(judged(findings, waivers))).toEqual([]);
});

describe('what checkov would find', () => {
  test('a privileged container, and a pod without a NetworkPolicy', async () => {
    const findings = await checkov(scratch(POD()));
    expect(findings).toContainEqual(expect.objectContaining({ check: 'CKV_K8S_16', object: 'scratch/test/Pod/bare' }));
    expect(findings).toContainEqual(expect.objectContaining({ check: 'CKV2_K8S_6', object: 'scratch/test/Pod/bare' }));
  });

  test('an annotation that has it look away is refused', async () => {
    const skipping = scratch(POD('{ checkov.io/skip1: "CKV_K8S_16=we like it" }'));
    await expect(checkov(skipping)).rejects.toThrow(/waive in waivers.yaml instead/);
  });

  test('nothing at all: that is no success', async () => {
    await expect(checkov({ ...scratch(POD()), folder: join(__dirname, 'support') })).rejects.toThrow(/checked nothing/);
  });
});
