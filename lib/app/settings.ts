import type { App } from 'cdk8s';

/** The settings of an `MlApp` that synthesis reads, beside those of a stock app. */
export interface MlAppSettings {
  readonly name?: string;
  readonly environment?: string;
  readonly rules: boolean;
  readonly existing?: readonly string[];
  readonly minor: number;
  readonly recordsConstructs: boolean;
}

/** An `MlApp` as synthesis sees it. It is a type of its own so that synthesis does not import the class that calls it. */
export interface ConfiguredApp extends App {
  readonly _settings: MlAppSettings;
}

/** The name of an app in messages and reports. */
export function appLabel({ _settings, outdir }: ConfiguredApp): string {
  return [_settings.name, _settings.environment].filter(Boolean).join('/') || outdir;
}
