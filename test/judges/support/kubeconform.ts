import type { Finding } from './findings';
import { runOffline } from './offline';
import { schemaLocations } from './schemas';
import { manifestsOf, type Subject } from './subject';
import { pathOf } from './tools';

interface Report {
  readonly resources: { filename: string; kind: string; name: string; status: string; msg: string }[];
  readonly summary: { valid: number; invalid: number; errors: number; skipped: number };
}

/**
 * What does not fit the schemas of its minor. A kind without a schema is a finding too, and so is an object that
 * kubeconform did not look at.
 */
export async function kubeconform(subject: Subject): Promise<Finding[]> {
  const { status, stdout, stderr } = await runOffline(pathOf('kubeconform'), [
    '-strict',
    ...['-kubernetes-version', `1.${subject.minor}.0`],
    ...schemaLocations(subject.minor).flatMap((location) => ['-schema-location', location]),
    ...['-output', 'json', '-summary', '-verbose', '-n', '2'],
    ...subject.files,
  ]);
  if (status === null || !stdout.startsWith('{'))
    throw new Error(`kubeconform ended with ${status}\n${stdout}${stderr}`);
  const { resources, summary }: Report = JSON.parse(stdout);
  const findings = resources
    .filter((resource) => resource.status !== 'statusValid')
    .map(({ kind, name, status: what, msg }): Finding => {
      const object = `${subject.name}/${kind || '?'}/${name || '?'}`;
      return { judge: 'kubeconform', check: what.replace(/^status/, '').toLowerCase(), object, message: msg };
    });
  const expected = manifestsOf(subject).length;
  if (findings.length === 0 && summary.valid !== expected)
    throw new Error(`kubeconform saw ${summary.valid} of the ${expected} objects of ${subject.name}`);
  if (findings.length === 0 && status !== 0) throw new Error(`kubeconform ended with ${status}\n${stdout}${stderr}`);
  return findings;
}
