import { Checker, show } from '../internal/errors';
import { parseExpected } from '../internal/expects';
import { isRecord } from '../internal/json';
import { checkArguments } from '../internal/type-check';
import type { LocatedManifest } from './cluster/item';
import { RULES } from './registry';
import { type Finding, runRules } from './run';

/** What the rules have to know about the cluster; in cdk8s.yaml, the `properties` of the validation. */
export interface MlValidationProps {
  /**
   * Objects that exist outside of the manifests, so that references to them are accepted: `Kind/namespace/name`, or
   * `Kind/name` for any namespace. Add `:KEY1+KEY2` if only some keys exist.
   *
   * @default - none
   */
  readonly existing?: string[];
  /**
   * The minor version of the target Kubernetes, in quotes, for example `'1.33'`.
   *
   * @default '1.33'
   */
  readonly kubernetes?: string;
}

const DEFAULT_KUBERNETES = '1.33';

/**
 * The rules as a validation plugin of cdk8s, for apps that do not use `MlApp`. In cdk8s.yaml:
 *
 * ```yaml
 * validations:
 *   - package: cdk8s-ml
 *     version: 0.1.0
 *     class: MlValidation
 *     properties: { kubernetes: '1.33', existing: ['Secret/registry'] }
 * ```
 *
 * `cdk8s synth` then fails where a rule of severity error is broken and not waived.
 */
export class MlValidation {
  private readonly existing: readonly string[];
  private readonly minor: number;

  /**
   * @param props what the rules have to know about the cluster
   */
  public constructor(props: MlValidationProps = {}) {
    const check = Checker.named('MlValidation');
    const version = check.at('kubernetes');
    const expected = "a version as text, for example '1.33'";
    // YAML reads 1.30 without quotes as the number 1.3
    if (typeof (props?.kubernetes as unknown) === 'number')
      version.refuse(props.kubernetes, expected, 'write it in quotes');
    else checkArguments(check, 'new MlValidation', [props]);
    check.done();
    this.existing = props.existing ?? [];
    for (const [i, entry] of this.existing.entries())
      if (!parseExpected(entry))
        check
          .at('existing')
          .at(i)
          .refuse(entry, 'Kind/namespace/name or Kind/name', "write it like 'Secret/ml/registry'");
    const written = props.kubernetes ?? DEFAULT_KUBERNETES;
    const minor = /^v?1\.(\d+)(?:\.\d+)?$/.exec(written)?.[1];
    if (minor === undefined) version.refuse(written, expected, 'write major.minor');
    check.done();
    this.minor = Number(minor);
  }

  /**
   * Checks all manifests of the app together and reports what it finds.
   *
   * @param context the validation context of cdk8s-cli (`ValidationContext`)
   */
  public async validate(context: any): Promise<void> {
    const files = new Map<string, string>();
    const objects: LocatedManifest[] = [];
    let unreadable = 0;
    for (const file of context.manifests as readonly string[]) {
      try {
        for (const [i, manifest] of (context.parseManifest(file) as unknown[]).entries()) {
          if (!isRecord(manifest)) continue;
          objects.push({ manifest, where: `${file}#${i}` });
          files.set(`${file}#${i}`, file);
        }
      } catch (error) {
        unreadable++;
        violate(context, 'unreadable-manifest', 'A manifest cannot be read as YAML', 'Correct the file.', [
          {
            resourceName: file,
            manifestPath: file,
            locations: [error instanceof Error ? error.message : String(error)],
          },
        ]);
      }
    }
    if (objects.length === 0)
      violate(context, 'no-manifests', 'There is nothing to check', 'Check that the app makes objects.', []);
    const findings = runRules(objects, { existing: this.existing, minor: this.minor });
    const open = findings.filter(({ waived }) => waived === undefined);
    for (const rule of RULES) {
      const own = open.filter((finding) => finding.rule === rule.id);
      if (own.length === 0) continue;
      const recommendation = `${rule.severity === 'warning' ? 'Warning: ' : ''}${rule.title}. ${rule.why}`;
      violate(context, rule.id, recommendation, rule.fix, resourcesOf(own, files));
    }
    const errors = open.filter(({ severity }) => severity === 'error').length;
    const failed = errors > 0 || unreadable > 0 || objects.length === 0;
    context.report.submit(failed ? 'failure' : 'success', {
      Objects: String(objects.length),
      Errors: String(errors),
      Warnings: String(open.length - errors),
      Waived: String(findings.length - open.length),
    });
  }
}

interface Resource {
  readonly resourceName: string;
  readonly locations: string[];
  readonly manifestPath: string;
}

/** One resource for each object, with a line for each of its faults. */
function resourcesOf(findings: readonly Finding[], files: ReadonlyMap<string, string>): Resource[] {
  const resources = new Map<string, Resource>();
  for (const { object, where, prop, got, expected, fix } of findings) {
    // the CLI finds the construct's path by the bare name
    const resourceName = object.slice(Math.max(object.lastIndexOf(' '), object.lastIndexOf('/')) + 1);
    const known = resources.get(where);
    const resource = known ?? { resourceName, locations: [], manifestPath: files.get(where) ?? where };
    if (!known) resources.set(where, resource);
    resource.locations.push(`${object}, ${prop}: got ${show(got)}, expected ${expected}. Fix: ${fix}`);
  }
  return [...resources.values()];
}

function violate(context: any, ruleName: string, recommendation: string, fix: string, violatingResources: Resource[]) {
  context.report.addViolation({ ruleName, recommendation, fix, violatingResources });
}
