import { checkHost, checkPort } from '../internal/checks/addresses';
import { checkWhole } from '../internal/checks/numbers';
import { checkBytes } from '../internal/checks/quantities';
import { checkCommand, checkText } from '../internal/checks/text';
import { decide } from '../internal/definition';
import type { Checker } from '../internal/errors';
import { checkConfigMapSize, refuseCredential } from '../internal/literal-data';
import { checkName } from '../internal/names';
import type { Compute } from '../values/compute/compute';
import { computeDefinition } from '../values/compute/definition';
import { checkImage } from '../values/image';
import type { CustomSidecarOptions, FluentdOptions } from './sidecar-options';
import { checkPaths, checkVolumes } from './sidecar-paths';
import type { SidecarContext, SidecarOrder } from './sidecar-plan';
import { checkSidecarPorts } from './sidecar-ports';
import { checkSidecarProbes } from './sidecar-probes';

/** Names of the sidecar's volumes begin with its own, and a volume's name has 63 characters at most. */
const LONGEST_NAME = 50;

/** Refuses a sidecar that the API server would refuse, or that could not do its work. */
export function checkSidecar(check: Checker, order: SidecarOrder, context: SidecarContext): void {
  if (order.name !== undefined) {
    checkName(check.at('name'), order.name, 'label');
    if (order.name.length > LONGEST_NAME)
      check.at('name').refuse(order.name, `at most ${LONGEST_NAME} characters`, 'shorten it');
  }
  if (order.image !== undefined || order.type === 'custom') checkImage(check.at('image'), order.image as string);
  checkResources(check.at('compute'), order.compute, context);
  if (order.type === 'custom') checkCustom(check, order, context);
  else checkFluentd(check, order);
  checkPaths(check, order, context);
}

function checkResources(check: Checker, compute: Compute | undefined, { target }: SidecarContext): void {
  if (compute === undefined) return;
  computeDefinition(compute).check(check, { cloud: target.cloud });
  if (compute.gpu) check.at('gpu').refuse(compute.gpu, 'no GPU: they are counted for the server alone', 'leave it out');
}

function checkCustom(check: Checker, order: CustomSidecarOptions, context: SidecarContext): void {
  checkVariables(check, order);
  checkCommand(check.at('command'), order.command);
  checkConfig(check, order);
  checkSidecarPorts(check.at('ports'), order.ports);
  checkSidecarProbes(check.at('probes'), order, context);
  if (order.preStop?.length === 0)
    check.at('preStop').refuse([], 'a command', "write it like ['/bin/drain'], or leave it out");
  checkCommand(check.at('preStop'), order.preStop);
  if (order.sharedSizeLimit !== undefined) checkBytes(check.at('sharedSizeLimit'), order.sharedSizeLimit);
  // 0 is root, which restricted Pod Security forbids
  checkWhole(check.at('user'), order.user, { min: 1 }, 'give the numeric user of the image');
  checkVolumes(check, order, context);
}

function checkVariables(check: Checker, order: CustomSidecarOptions): void {
  for (const [name, value] of Object.entries(order.env ?? {})) {
    const variable = check.at('env').at(name);
    checkName(variable, name, 'env');
    if (typeof value !== 'string') variable.refuse(value, 'text', 'put it in quotes');
    refuseCredential(variable, name, value);
  }
  const owners = new Map(Object.keys(order.env ?? {}).map((name) => [name, 'env']));
  order.secrets?.forEach((secret, i) => {
    const at = check.at('secrets').at(i);
    for (const { name } of decide(at, secret._definition, undefined)?.env ?? []) {
      const other = owners.get(name);
      if (other) at.refuse(name, `a variable that ${other} does not set too`, 'set it in one of the two');
      else owners.set(name, `secrets[${i}]`);
    }
  });
}

function checkConfig(check: Checker, { config = {} }: CustomSidecarOptions): void {
  for (const [file, text] of Object.entries(config)) {
    checkName(check.at('config').at(file), file, 'key');
    refuseCredential(check.at('config').at(file), file, text);
  }
  checkConfigMapSize(check.at('config'), Object.values(config));
}

function checkFluentd(check: Checker, order: FluentdOptions): void {
  if (order.logSizeLimit !== undefined) checkBytes(check.at('logSizeLimit'), order.logSizeLimit);
  if (order.config !== undefined) {
    checkText(check.at('config'), order.config, 'the text of fluent.conf', 'write it, or leave it out for the preset');
    refuseCredential(
      check.at('config'),
      'fluent.conf',
      order.config,
      'put it into a Secret, and use Sidecar.custom with secrets',
    );
    checkConfigMapSize(check.at('config'), [order.config]);
    checkWholeConfig(check, order);
    return;
  }
  // each of these stands in fluent.conf, where a space, a # or a quote would mean something
  checkShape(check, 'pattern', order.pattern, /^[\w.*?{},[\]-]+$/, "a pattern of file names, like '*.log'");
  checkShape(check, 'tag', order.tag, /^\w[\w.-]*$/, 'letters, digits, dots, hyphens and underscores');
  if (order.forwardHost !== undefined && !/^[0-9a-fA-F.:]+$/.test(order.forwardHost))
    checkHost(check.at('forwardHost'), order.forwardHost);
  checkPort(check.at('forwardPort'), order.forwardPort);
  if (order.forwardPort !== undefined && order.forwardHost === undefined)
    check.at('forwardPort').refuse(order.forwardPort, 'a forwardHost beside it', 'say where lines are forwarded to');
}

function checkShape(check: Checker, prop: string, value: string | undefined, shape: RegExp, expected: string): void {
  if (value !== undefined && !shape.test(value)) check.at(prop).refuse(value, expected, 'use only such characters');
}

function checkWholeConfig(check: Checker, order: FluentdOptions): void {
  for (const prop of ['pattern', 'tag', 'forwardHost', 'forwardPort'] as const)
    if (order[prop] !== undefined)
      check
        .at(prop)
        .refuse(order[prop], 'nothing beside config, which replaces what it would change', 'say it in config');
}
