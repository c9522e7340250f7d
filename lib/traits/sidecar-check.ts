import { credentialFault } from '../internal/credentials';
import type { Checker } from '../internal/errors';
import { checkName } from '../internal/names';
import type { Compute } from '../values/compute';
import { checkCompute } from '../values/compute-plan';
import { checkImage } from '../values/image';
import { checkBytes } from '../values/quantity-check';
import { checkCommand } from '../values/servers/checks';
import { checkContainerPath, checkHost, checkPort, checkText, checkWhole } from './checks';
import type { CustomSidecarOptions, FluentdOptions } from './sidecar';
import type { SidecarContext, SidecarOrder } from './sidecar-plan';

/** Names of the sidecar's volumes begin with its own, and a volume's name has 63 characters at most. */
const LONGEST_NAME = 50;

/** Refuses a sidecar that the API server would refuse, or that could not do its work. */
export function checkSidecar(check: Checker, order: SidecarOrder, context: SidecarContext): void {
  context.target._require('nativeSidecars', check, `Sidecar.${order.type}`, 'leave the sidecar out');
  if (order.name !== undefined) {
    checkName(check.at('name'), order.name, 'label');
    if (order.name.length > LONGEST_NAME)
      check.at('name').refuse(order.name, `at most ${LONGEST_NAME} characters`, 'shorten it');
  }
  if (order.image !== undefined || order.type === 'custom') checkImage(check.at('image'), order.image as string);
  checkResources(check.at('compute'), order.compute, context);
  if (order.type === 'custom') checkCustom(check, order);
  else checkFluentd(check, order);
}

function checkResources(check: Checker, compute: Compute | undefined, { target }: SidecarContext): void {
  if (compute === undefined) return;
  checkCompute(check, compute, target.cloud);
  if (compute.gpu) check.at('gpu').refuse(compute.gpu, 'no GPU: they are counted for the server alone', 'leave it out');
}

function checkCustom(check: Checker, order: CustomSidecarOptions): void {
  for (const [name, value] of Object.entries(order.env ?? {})) {
    const variable = check.at('env').at(name);
    checkName(variable, name, 'env');
    if (typeof value !== 'string') variable.refuse(value, 'text', 'put it in quotes');
    const fault = credentialFault(name, value);
    if (fault)
      variable.refuse('(not shown)', `no credential (this is ${fault})`, 'mount a Secret into the pod instead');
  }
  checkCommand(check.at('command'), order.command);
  for (const file of Object.keys(order.config ?? {})) checkName(check.at('config').at(file), file, 'key');
  checkContainerPath(check.at('configPath'), order.configPath);
  checkContainerPath(check.at('sharedPath'), order.sharedPath);
  if (order.sharedSizeLimit !== undefined) checkBytes(check.at('sharedSizeLimit'), order.sharedSizeLimit);
  // 0 is root, which restricted Pod Security forbids
  checkWhole(check.at('user'), order.user, { min: 1 }, 'give the numeric user of the image');
  order.writablePaths?.forEach((path, index) => {
    checkContainerPath(check.at('writablePaths').at(index), path);
  });
}

function checkFluentd(check: Checker, order: FluentdOptions): void {
  checkContainerPath(check.at('logPath'), order.logPath);
  if (order.logSizeLimit !== undefined) checkBytes(check.at('logSizeLimit'), order.logSizeLimit);
  if (order.config !== undefined) {
    checkText(check.at('config'), order.config, 'the text of fluent.conf', 'write it, or leave it out for the preset');
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
