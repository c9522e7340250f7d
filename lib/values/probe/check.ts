import { checkPort } from '../../internal/checks/addresses';
import { checkSeconds } from '../../internal/checks/durations';
import { checkWhole } from '../../internal/checks/numbers';
import { checkUrlPath } from '../../internal/checks/paths';
import { checkCommand, checkText } from '../../internal/checks/text';
import type { Checker } from '../../internal/errors';
import type { ProbeContext, ProbeVariant } from './plan';

/** Refuses a probe that the API server would refuse, or that has no port to connect to. */
export function checkProbe(check: Checker, variant: ProbeVariant, context: ProbeContext): void {
  if (variant.type === 'none' || variant.type === 'endpoint') return;
  const fix = 'use whole seconds';
  checkSeconds(check.at('initialDelay'), variant.initialDelay, { min: 0 }, fix);
  checkSeconds(check.at('period'), variant.period, { min: 1 }, fix);
  checkSeconds(check.at('timeout'), variant.timeout, { min: 1 }, fix);
  checkWhole(check.at('failureThreshold'), variant.failureThreshold, { min: 1 }, 'give the number of failed attempts');
  if (variant.type === 'exec') {
    if (variant.command.length === 0)
      check.at('command').refuse(variant.command, 'a command', "write it like ['/bin/healthy']");
    checkCommand(check.at('command'), variant.command);
    return;
  }
  checkPort(check.at('port'), variant.port);
  if (variant.type !== 'grpc' && variant.port === undefined) checkDefaultPort(check.at('port'), context);
  if (variant.type !== 'http') return;
  checkUrlPath(check.at('path'), variant.path);
  for (const [name, value] of Object.entries(variant.headers ?? {})) {
    const header = check.at('headers').at(name);
    checkText(header, value, 'a header with a value', 'give it a value, or leave it out');
    if (!/^[-A-Za-z0-9]+$/.test(name))
      header.refuse(name, 'a name of an HTTP header: letters, digits and hyphens', 'use only these characters');
  }
}

function checkDefaultPort(check: Checker, { endpoint, ports }: ProbeContext): void {
  if (endpoint === undefined && ports?.length === 0)
    check.refuse(undefined, 'a port: the container declares no ports', 'give the port that is probed');
}
