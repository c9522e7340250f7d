import { join } from 'node:path';
import { App, type AppProps, type Chart } from 'cdk8s';
import { Checker } from '../internal/errors';
import { checkName } from '../internal/names';
import { checkArguments, isType } from '../internal/type-check';
import { parseExpected } from '../rules/cluster/expects';
import { ClusterTarget } from '../values/cluster-target';
import type { Environment } from '../values/environment';
import type { SynthReport } from './report';
import { chartsInOrder } from './resolve';
import { synthesize, synthesizeText } from './synthesize';

/** Everything that a stock app has, and what makes it one of several. */
export interface MlAppProps extends AppProps {
  /**
   * Name of the app: a folder of its own below the output folder; a DNS label.
   *
   * @default - no folder of its own
   */
  readonly name?: string;
  /**
   * The environment that this app is for, found from any construct in it with `Environment.of`; its name is that of a
   * folder below the one of the app, and its cluster the target of the app.
   *
   * @default - none
   */
  readonly environment?: Environment;
  /**
   * The cluster that the manifests are for, where it is another than that of the environment.
   *
   * @default - the cluster of the environment; without one, plain Kubernetes 1.33
   */
  readonly cluster?: ClusterTarget;
  /**
   * Whether the rules check the finished manifests before anything is written.
   *
   * @default true
   */
  readonly rules?: boolean;
  /**
   * Objects that exist in the cluster and that manifests may therefore refer to, as `Kind/namespace/name`, or `Kind/name`
   * for any namespace.
   *
   * @default - none
   */
  readonly existing?: string[];
}

/** What synthesis has to know of an app beside its constructs. */
export interface MlAppSettings {
  readonly name?: string;
  readonly environment?: string;
  readonly rules: boolean;
  readonly existing?: readonly string[];
  readonly minor: number;
  readonly recordsConstructs: boolean;
}

/**
 * A cdk8s app that takes the place of the stock `App`: the same documents and file names, in time that grows with the
 * app and no faster; nothing is written unless everything can be, and what is no longer produced is removed.
 */
export class MlApp extends App {
  /**
   * Synthesizes several apps as one: nothing is written unless all of them are valid.
   *
   * @param apps the apps, each with an output folder of its own
   */
  public static synthAll(apps: MlApp[]): SynthReport {
    checkArguments(Checker.named('MlApp.synthAll'), 'MlApp.synthAll', [apps]);
    return synthesize(apps);
  }

  /** @internal */
  public readonly _settings: MlAppSettings;

  /** @param props what a stock app takes, and a name, an environment, a cluster */
  public constructor(props: MlAppProps = {}) {
    const check = Checker.named('MlApp');
    checkArguments(check, 'new MlApp', [props]);
    check.done();
    checkSettings(check, props);
    check.done();
    super({ ...props, outdir: outdirOf(props) });
    props.environment?.applyTo(this);
    props.cluster?.applyTo(this);
    this._settings = {
      name: props.name,
      environment: props.environment?.name,
      rules: props.rules ?? true,
      existing: props.existing,
      minor: ClusterTarget.of(this).minor,
      recordsConstructs: props.recordConstructMetadata ?? process.env.CDK8S_RECORD_CONSTRUCT_METADATA === 'true',
    };
  }

  /** The charts of this app in the order in which they are written. */
  public get charts(): Chart[] {
    return chartsInOrder(this);
  }

  /** Writes all manifests to the output folder, or nothing at all; what the rules warn of goes to standard error. */
  public synth(): void {
    const { warnings } = synthesize([this]);
    if (warnings.length) process.stderr.write(`${warnings.join('\n')}\n`);
  }

  /** The manifests as one YAML text, checked as if they were written. */
  public synthYaml(): string {
    return synthesizeText(this);
  }
}

isType('MlApp', MlApp);

function checkSettings(check: Checker, props: MlAppProps): void {
  if (props.name !== undefined) checkName(check.at('name'), props.name, 'label');
  // in a folder without a name, the current one, what is not ours would be taken for stale files
  if (baseOf(props).trim() === '')
    check
      .at('outdir')
      .refuse(baseOf(props), 'a folder', "name it, './' for the current one, or leave it out for 'dist'");
  const { outputFileExtension } = props;
  if (outputFileExtension !== undefined && !/^[^/\\\s]*$/.test(outputFileExtension))
    check.at('outputFileExtension').refuse(outputFileExtension, 'the end of a file name', "write it like '.k8s.yaml'");
  props.existing?.forEach((entry, i) => {
    if (!parseExpected(entry))
      check
        .at('existing')
        .at(i)
        .refuse(entry, 'Kind/namespace/name or Kind/name', "write it like 'Secret/ml/registry'");
  });
}

function baseOf({ outdir }: MlAppProps): string {
  return outdir ?? process.env.CDK8S_OUTDIR ?? 'dist';
}

function outdirOf(props: MlAppProps): string {
  const { name, environment } = props;
  const base = baseOf(props);
  const parts = [name, environment?.name].filter((part) => part !== undefined);
  return parts.length ? join(base, ...parts) : base;
}
