import { join } from 'node:path';
import { App, type AppProps, type Chart } from 'cdk8s';
import { Checker } from '../internal/errors';
import { parseExpected } from '../internal/expects';
import { checkName } from '../internal/names';
import { checkArguments, isType } from '../internal/type-check';
import { ClusterTarget } from '../values/cluster-target';
import type { Environment } from '../values/environment';
import { diffText } from './diff';
import type { SynthReport } from './report';
import { chartsInOrder } from './resolve';
import type { MlAppSettings } from './settings';
import { synthesize, synthesizeText } from './synthesize';

/** The props of a stock app, and the name, environment and cluster of the app. */
export interface MlAppProps extends AppProps {
  /**
   * Name of the app, a DNS label. A named app has its own folder in the output folder.
   *
   * @default - none; the app writes to the output folder itself
   */
  readonly name?: string;
  /**
   * The environment of the app. Constructs in the app get it with `Environment.of`. Its name is the name of a folder in the
   * folder of the app, and its cluster is the target of the app.
   *
   * @default - none
   */
  readonly environment?: Environment;
  /**
   * The cluster that the manifests are for, if it differs from the cluster of the environment.
   *
   * @default - the cluster of the environment; without one, plain Kubernetes 1.33
   */
  readonly cluster?: ClusterTarget;
  /**
   * Whether the rules check the manifests before they are written.
   *
   * @default true
   */
  readonly rules?: boolean;
  /**
   * Objects that exist in the cluster, so that manifests can refer to them: `Kind/namespace/name`, or `Kind/name` for any
   * namespace.
   *
   * @default - none
   */
  readonly existing?: string[];
}

/**
 * A cdk8s app that replaces the stock `App`. It writes the same documents to the same files, in linear time. It checks the
 * manifests with the rules, writes all files or none, and removes the files that the app no longer produces.
 *
 * @example
 * const environment = new Environment('prod');
 * const app = new MlApp({ name: 'serving', environment });
 * new MlNamespace(app, 'ml-serving');
 * app.synth(); // writes dist/serving/prod/ml-serving.k8s.yaml
 */
export class MlApp extends App {
  /**
   * Synthesizes several apps: all of them, or none if one of them is invalid.
   *
   * @param apps the apps, each with its own output folder
   */
  public static synthAll(apps: MlApp[]): SynthReport {
    checkArguments(Checker.named('MlApp.synthAll'), 'MlApp.synthAll', [apps]);
    return synthesize(apps);
  }

  /**
   * The same, for a program that prints how far it is.
   *
   * @internal
   */
  public static _synthAll(apps: MlApp[], onApp: (label: string, index: number) => void): SynthReport {
    return synthesize(apps, onApp);
  }

  /**
   * What `synthAll` would change on the disk, object by object and field by field, as text. Checks the apps as `synthAll` does,
   * and writes nothing. Empty where nothing would change.
   *
   * @param apps the apps, each with its own output folder
   */
  public static diffAll(apps: MlApp[]): string {
    checkArguments(Checker.named('MlApp.diffAll'), 'MlApp.diffAll', [apps]);
    return diffText(apps);
  }

  /** @internal */
  public readonly _settings: MlAppSettings;

  /** @param props the props of a stock app, and a name, an environment, a cluster */
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

  /** The charts of this app, in the order in which they are written. */
  public get charts(): Chart[] {
    return chartsInOrder(this);
  }

  /** Writes all manifests to the output folder, or none. Prints the warnings of the rules to standard error. */
  public synth(): void {
    const { warnings } = synthesize([this]);
    if (warnings.length) process.stderr.write(`${warnings.join('\n')}\n`);
  }

  /** Returns the manifests as one YAML text, checked as if they were written. */
  public synthYaml(): string {
    return synthesizeText(this);
  }
}

isType('MlApp', MlApp);

function checkSettings(check: Checker, props: MlAppProps): void {
  if (props.name !== undefined) checkName(check.at('name'), props.name, 'label');
  // a class that extends Environment may name itself in another way
  if (props.environment !== undefined) checkName(check.at('environment').at('name'), props.environment.name, 'label');
  if (baseOf(props).trim() === '')
    check
      .at('outdir')
      .refuse(baseOf(props), 'a folder', "write its name, './' for the current folder, or nothing for 'dist'");
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
