import { runCheckov } from './checkov-turns';
import type { Finding } from './findings';
import { type Manifest, manifestsOf, type Subject } from './subject';

interface Report {
  readonly results: {
    readonly failed_checks: { readonly check_id: string; readonly check_name: string; readonly resource: string }[];
  };
  readonly summary: {
    readonly failed: number;
    readonly skipped: number;
    readonly parsing_errors: number;
    readonly resource_count: number;
  };
}

/**
 * One run for each subject: told of two folders at once, checkov 3.3 judges the second together with the first, and a
 * NetworkPolicy of the one hides that the other has none.
 */
export async function checkov(subject: Subject): Promise<Finding[]> {
  const args = [
    ...['--directory', subject.folder, '--framework', 'kubernetes'],
    ...['--skip-download', '--compact', '--quiet', '--output', 'json'],
  ];
  const { status, stdout, stderr } = await runCheckov(args);
  if (!stdout.trimStart().startsWith('{')) throw new Error(`checkov ended with ${status}\n${stdout}${stderr}`);
  const report: Report = JSON.parse(stdout);
  if (!report.results || report.summary.resource_count === 0)
    throw new Error(`checkov checked nothing of ${subject.name}`);
  const { failed_checks } = report.results;
  const { failed, skipped, parsing_errors } = report.summary;
  if (parsing_errors > 0) throw new Error(`checkov could not read ${parsing_errors} files of ${subject.name}`);
  if (failed !== failed_checks.length) throw new Error(`checkov lists ${failed_checks.length} of ${failed} findings`);
  if (skipped > 0)
    throw new Error(`annotations in ${subject.name} have checkov skip checks; waive in waivers.yaml instead`);
  const manifests = manifestsOf(subject);
  return failed_checks.map(
    ({ check_id: check, check_name: message, resource }): Finding => ({
      judge: 'checkov',
      check,
      object: `${subject.name}/${objectOf(resource, manifests)}`,
      message,
    }),
  );
}

/**
 * checkov says `Kind.namespace.name`, and of the pods that a Deployment makes `Pod.namespace.name.label-value...`: those
 * are the Deployment's.
 */
function objectOf(resource: string, manifests: readonly Manifest[]): string {
  const named = manifests.find((manifest) => resource === `${manifest.kind}.${place(manifest)}`);
  const maker = named ?? manifests.find((each) => each.spec?.template && resource.startsWith(`Pod.${place(each)}.`));
  return maker ? `${maker.kind}/${maker.metadata.name}` : resource.replace('.', '/');
}

function place({ metadata: { name, namespace = 'default' } }: Manifest): string {
  return `${namespace}.${name}`;
}
