import { FUNCTIONS, STRUCTS } from '../../../lib/internal/signatures';
import { list, mostly, pick } from '../arbitrary-recipes';
import { image, label } from '../arbitrary-text';
import { smallCompute } from '../arbitrary-values';
import { CronContainer, type CronContainerProps } from '../toy/cron-container';
import { randomOf, valuesOf } from './rows';
import { SHARED_PROPS, SHARED_RECEIVERS } from './shared-props';
import type { PropRows, TestedWorkload } from './types';

/** The table of signatures is made from the exported API; the toy adds its own lines as the script would. */
Object.assign(STRUCTS, {
  CronContainerProps: '...WorkloadProps; compute: Compute; image: string; schedule: string; command?: string[]',
});
Object.assign(FUNCTIONS, {
  'new CronContainer': 'scope: constructs.Construct; id: string; props: CronContainerProps',
});

const MINIMAL: CronContainerProps = {
  image: 'registry.test/report:1.0.0',
  compute: { cpu: '500m', memory: '512Mi' },
  schedule: '0 3 * * *',
};

const ROWS: PropRows<CronContainerProps> = {
  ...SHARED_PROPS,
  name: { ...SHARED_PROPS.name, random: label(52) },
  image: {
    value: 'registry.test/report:2.1.0',
    trace: 'registry.test/report:2.1.0',
    random: image,
    faulty: { value: 'report', at: 'image' },
  },
  compute: {
    value: { cpu: '3', memory: '4Gi' },
    trace: '"requests":{"cpu":"3"',
    random: smallCompute,
    faulty: { value: { cpu: '1', memory: '512MB' }, at: 'compute.memory' },
  },
  schedule: {
    value: '*/5 * * * *',
    trace: '"schedule":"*/5 * * * *"',
    random: mostly(pick('@daily', '0 3 * * 1'), 'daily', ''),
    faulty: { value: 'daily', at: 'schedule' },
  },
  command: {
    value: ['/bin/report'],
    trace: '"command":["/bin/report"]',
    random: list(pick('/bin/report', '--all')),
    faulty: { value: [' '], at: 'command[0]' },
  },
};

/** The toy workload of CONTRIBUTING.md: a CronJob that runs one container. */
export const cronContainer: TestedWorkload<CronContainerProps> = {
  name: 'CronContainer',
  engine: 'a CronJob',
  called: 'new CronContainer',
  within: 'namespace',
  make: (scope, id, props) => new CronContainer(scope, id, props),
  minimal: MINIMAL,
  rows: ROWS,
  separable: (scope) => ({ ...MINIMAL, ...valuesOf(SHARED_PROPS, scope) }),
  random: randomOf(ROWS, ['image', 'compute', 'schedule']),
  receives: SHARED_RECEIVERS,
  pod: { kind: 'CronJob', container: 'main' },
  compute: { at: 'compute', props: (compute) => ({ compute }) },
};
