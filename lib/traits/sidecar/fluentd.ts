import { isIP } from 'node:net';
import { checkHost, checkPort } from '../../internal/checks/addresses';
import { checkContainerPath } from '../../internal/checks/paths';
import { checkBytes } from '../../internal/checks/quantities';
import { checkText } from '../../internal/checks/text';
import type { Definition } from '../../internal/definition';
import type { Checker } from '../../internal/errors';
import type { EnvVar } from '../../internal/kubernetes';
import type { Compute } from '../../values';
import { FLUENTD_DEFAULTS } from '../defaults';
import { checkNameAndCompute, legalSize } from '../extra-container/check';
import { extraConfigMaps } from '../extra-container/plan';
import { FLUENTD_PATHS, fluentConf } from './fluent-conf';
import type { FluentdOptions } from './options';
import type { SidecarContext, SidecarPlan } from './plan';

/** Fluentd takes 60 to 80 MB by itself; the rest is for lines that wait to be sent (judgement). */
const COMPUTE: Compute = { cpu: '100m', memory: '128Mi', memoryLimit: '256Mi' };

/** Twice what the buffer of the preset may take. */
const STATE = '512Mi';

const SCRATCH = '256Mi';

/** A Fluentd that reads the log files of the main container. */
export function fluentd(options: FluentdOptions): Definition<SidecarContext, SidecarPlan> {
  return { check: (check) => checkFluentd(check, options), plan: (context) => plan(options, context) };
}

/**
 * Fluentd runs as the pod's own user, not as that of its image: it can read the files of the main container whatever their
 * mode, and the image needs nothing of its user.
 */
function plan(options: FluentdOptions, context: SidecarContext): SidecarPlan {
  const { values } = FLUENTD_DEFAULTS;
  const name = options.name ?? values.name;
  const sizeLimit = legalSize(options.logSizeLimit, values.logSizeLimit);
  return {
    request: {
      name,
      image: options.image ?? values.image,
      props: { configFiles: { 'fluent.conf': fluentConf(options, context.workloadName) } },
      environment: {
        references: [
          field('POD_NAME', 'metadata.name'),
          field('POD_NAMESPACE', 'metadata.namespace'),
          field('NODE_NAME', 'spec.nodeName'),
        ],
      },
      configPath: FLUENTD_PATHS.config,
      sidecar: context.target._has('nativeSidecars'),
      writable: [
        { name: `${name}-state`, path: FLUENTD_PATHS.state, sizeLimit: STATE },
        { name: `${name}-tmp`, path: '/tmp', sizeLimit: SCRATCH },
      ],
      configMaps: extraConfigMaps(name, context),
      volumePrefix: name,
    },
    shared: {
      volume: { name: `${name}-shared`, emptyDir: { sizeLimit } },
      mountPath: options.logPath ?? values.logPath,
      prop: 'logPath',
    },
    compute: options.compute ?? COMPUTE,
    borrows: [],
    ports: [],
    filesProp: 'config',
    startupSeconds: 0,
  };
}

function checkFluentd(check: Checker, options: FluentdOptions): void {
  checkNameAndCompute(check, options.name, options.compute);
  checkLogPath(check.at('logPath'), options.logPath);
  if (options.logSizeLimit !== undefined) checkBytes(check.at('logSizeLimit'), options.logSizeLimit);
  if (options.config !== undefined) {
    checkText(
      check.at('config'),
      options.config,
      'the text of fluent.conf',
      'write it, or leave it out for the preset',
    );
    refuseBesideConfig(check, options);
    return;
  }
  // each of these is written into fluent.conf, where a space, a # or a quote would mean something
  checkShape(check, 'logPath', options.logPath, /^[\w./@:+-]+$/, 'a path of letters, digits and . _ - @ : +');
  checkShape(check, 'pattern', options.pattern, /^[\w.*?{},[\]-]+$/, "a pattern of file names, like '*.log'");
  checkShape(check, 'tag', options.tag, /^\w[\w.-]*$/, 'letters, digits, dots, hyphens and underscores');
  if (options.forwardHost !== undefined && isIP(options.forwardHost) === 0)
    checkHost(check.at('forwardHost'), options.forwardHost);
  checkPort(check.at('forwardPort'), options.forwardPort);
  if (options.forwardPort !== undefined && options.forwardHost === undefined)
    check.at('forwardPort').refuse(options.forwardPort, 'a forwardHost beside it', 'say where lines are forwarded to');
}

function checkLogPath(check: Checker, path: string | undefined): void {
  checkContainerPath(check, path);
  // what Fluentd writes in these folders is not for the main container, and its own files are no logs
  const own = [FLUENTD_PATHS.config, FLUENTD_PATHS.state, '/tmp'];
  if (path !== undefined && own.includes(path.replace(/\/+$/, '')))
    check.refuse(path, `none of the folders that Fluentd needs for itself: ${own.join(', ')}`, 'choose another path');
}

function checkShape(check: Checker, prop: string, value: string | undefined, shape: RegExp, expected: string): void {
  if (value !== undefined && !shape.test(value)) check.at(prop).refuse(value, expected, 'use only such characters');
}

function refuseBesideConfig(check: Checker, options: FluentdOptions): void {
  for (const prop of ['pattern', 'tag', 'forwardHost', 'forwardPort'] as const)
    if (options[prop] !== undefined)
      check
        .at(prop)
        .refuse(options[prop], 'nothing beside config, which replaces what it would change', 'say it in config');
}

function field(name: string, fieldPath: string): EnvVar {
  return { name, valueFrom: { fieldRef: { fieldPath } } };
}
