import { checkPort } from '../internal/checks/addresses';
import { checkSeconds } from '../internal/checks/durations';
import { checkWhole } from '../internal/checks/numbers';
import { checkUrlPath } from '../internal/checks/paths';
import { checkCommand, checkText } from '../internal/checks/text';
import type { Checker } from '../internal/errors';
import type { ProbeKind } from './probe-plan';

/** Refuses what the API server would refuse of one probe. */
export function checkProbe(check: Checker, kind: ProbeKind): void {
  if (kind.type === 'none') return;
  const fix = 'use whole seconds';
  checkSeconds(check.at('initialDelay'), kind.initialDelay, { min: 0 }, fix);
  checkSeconds(check.at('period'), kind.period, { min: 1 }, fix);
  checkSeconds(check.at('timeout'), kind.timeout, { min: 1 }, fix);
  checkWhole(check.at('failureThreshold'), kind.failureThreshold, { min: 1 }, 'give how many wrong answers count');
  if (kind.type === 'exec') {
    if (kind.command.length === 0)
      check.at('command').refuse(kind.command, 'a command', "write it like ['/bin/healthy']");
    checkCommand(check.at('command'), kind.command);
    return;
  }
  checkPort(check.at('port'), kind.port);
  if (kind.type !== 'http') return;
  checkUrlPath(check.at('path'), kind.path);
  for (const [name, value] of Object.entries(kind.headers ?? {})) {
    const header = check.at('headers').at(name);
    checkText(header, value, 'a header with a value', 'give it one, or leave it out');
    if (!/^[-A-Za-z0-9]+$/.test(name))
      header.refuse(name, 'a name of an HTTP header: letters, digits and hyphens', 'correct it');
  }
}
