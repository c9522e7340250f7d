import type { Duration } from 'cdk8s';
import { checkPort } from '../../internal/checks/addresses';
import { checkSeconds, seconds } from '../../internal/checks/durations';
import { checkUrlPath } from '../../internal/checks/paths';
import { checkCommand } from '../../internal/checks/text';
import type { Definition } from '../../internal/definition';
import type { Checker } from '../../internal/errors';
import type { Container } from '../../internal/kubernetes';
import type { ClusterTarget } from '../../values/cluster-target';
import { PRE_STOP_COMMAND_DEFAULTS, PRE_STOP_HTTP_DEFAULTS } from '../defaults';
import type { PreStopCommandOptions, PreStopHttpOptions } from './options';

/** The factory that was called, and its options. */
export type PreStopVariant =
  | ({ readonly type: 'command'; readonly command: readonly string[] } & PreStopCommandOptions)
  | ({ readonly type: 'http' } & PreStopHttpOptions)
  | { readonly type: 'sleep'; readonly duration: Duration };

/** Facts that it depends on. */
export interface PreStopContext {
  readonly target: ClusterTarget;
  /** Name of the server's first port. */
  readonly port?: string;
}

/** The handler, and the longest time that it takes. */
export interface PreStopPlan {
  readonly handler: NonNullable<NonNullable<Container['lifecycle']>['preStop']>;
  readonly seconds: number;
}

/** Longer is a mistake, as for `drain`. */
const LONGEST = 24 * 3600;

export function preStopDefinition(variant: PreStopVariant): Definition<PreStopContext, PreStopPlan> {
  return {
    check: (check, context) => checkPreStop(check, variant, context),
    plan: (context) => plan(variant, context),
  };
}

function checkPreStop(check: Checker, variant: PreStopVariant, { target }: PreStopContext): void {
  const prop = variant.type === 'sleep' ? 'duration' : 'atMost';
  const given = variant.type === 'sleep' ? variant.duration : variant.atMost;
  checkSeconds(check.at(prop), given, { min: 1, max: LONGEST }, 'use whole seconds');
  if (variant.type === 'sleep') target._require('preStopSleep', check, 'PreStop.sleep', 'use PreStop.command');
  if (variant.type === 'command') {
    if (variant.command.length === 0) check.at('command').refuse([], 'a command', "write it like ['/bin/drain']");
    checkCommand(check.at('command'), variant.command);
  }
  if (variant.type === 'http') {
    checkUrlPath(check.at('path'), variant.path);
    checkPort(check.at('port'), variant.port);
  }
}

function plan(variant: PreStopVariant, { port = '' }: PreStopContext): PreStopPlan {
  const { atMost } = PRE_STOP_COMMAND_DEFAULTS.values;
  switch (variant.type) {
    case 'command':
      return { handler: { exec: { command: [...variant.command] } }, seconds: seconds(variant.atMost ?? atMost) };
    case 'http': {
      const isHttps = variant.https ?? PRE_STOP_HTTP_DEFAULTS.values.https;
      const httpGet = { path: variant.path, port: variant.port ?? port, ...(isHttps ? { scheme: 'HTTPS' } : {}) };
      return { handler: { httpGet }, seconds: seconds(variant.atMost ?? atMost) };
    }
    case 'sleep':
      return { handler: { sleep: { seconds: seconds(variant.duration) } }, seconds: seconds(variant.duration) };
  }
}
