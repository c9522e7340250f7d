import { checkSeconds, seconds } from '../../internal/checks/durations';
import { checkWhole } from '../../internal/checks/numbers';
import type { Definition } from '../../internal/definition';
import type { Checker } from '../../internal/errors';
import { SCHEDULE_DEFAULTS } from '../defaults';
import type { ScheduleOptions } from './options';
import type { SchedulePlan } from './plan';

export type ScheduleDefinition = Definition<void, SchedulePlan>;

export function cronSchedule(cron: string, options: ScheduleOptions): ScheduleDefinition {
  return {
    check: (check) => checkSchedule(check, cron, options),
    plan: () => {
      const { values } = SCHEDULE_DEFAULTS;
      return {
        cron,
        timeZone: options.timeZone,
        concurrency: options.concurrency ?? values.concurrency,
        startingDeadlineSeconds: seconds(options.startingDeadline ?? values.startingDeadline),
        successfulHistory: options.successfulHistory ?? values.successfulHistory,
        failedHistory: options.failedHistory ?? values.failedHistory,
        isSuspended: options.suspended ?? values.suspended,
        starterImage: options.starterImage ?? values.starterImage,
      };
    },
  };
}

function checkSchedule(check: Checker, cron: string, options: ScheduleOptions): void {
  checkCron(check.at('cron'), cron);
  checkTimeZone(check.at('timeZone'), options.timeZone);
  // a CronJob whose controller looks every 10 seconds misses starts with a shorter deadline:
  // https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#starting-deadline
  checkSeconds(check.at('startingDeadline'), options.startingDeadline, { min: 10 }, 'give at least 10 seconds');
  checkWhole(check.at('successfulHistory'), options.successfulHistory, { min: 0 }, 'give a number of runs');
  checkWhole(check.at('failedHistory'), options.failedHistory, { min: 0 }, 'give a number of runs');
}

const FIELDS: readonly {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly words?: RegExp;
}[] = [
  { name: 'minute', min: 0, max: 59 },
  { name: 'hour', min: 0, max: 23 },
  { name: 'day of the month', min: 1, max: 31 },
  { name: 'month', min: 1, max: 12, words: /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)$/i },
  { name: 'day of the week', min: 0, max: 6, words: /^(sun|mon|tue|wed|thu|fri|sat)$/i },
];

const EXPECTED =
  "five fields of cron (minute, hour, day of the month, month, day of the week), for example '0 3 * * *'";

/** The grammar of https://pkg.go.dev/github.com/robfig/cron/v3, which Kubernetes uses, without seconds. */
export function checkCron(check: Checker, cron: string): void {
  if (typeof cron !== 'string') {
    check.refuse(cron, EXPECTED, 'write a schedule');
    return;
  }
  if (/^(CRON_)?TZ=/.test(cron)) {
    check.refuse(
      cron,
      'a schedule without a time zone in it',
      'set timeZone instead: Kubernetes refuses TZ in a schedule',
    );
    return;
  }
  if (/^@(yearly|annually|monthly|weekly|daily|midnight|hourly)$/.test(cron)) return;
  const fields = cron.trim().split(/\s+/);
  if (fields.length !== FIELDS.length) {
    check.refuse(cron, EXPECTED, `give ${FIELDS.length} fields, not ${fields.length}`);
    return;
  }
  fields.forEach((field, i) => {
    const fault = fieldFault(field, FIELDS[i]);
    if (fault) check.refuse(cron, `a ${FIELDS[i].name} ${fault}`, `correct '${field}'`);
  });
}

function fieldFault(field: string, { min, max, words }: (typeof FIELDS)[number]): string | undefined {
  const isValue = (text: string) =>
    (words?.test(text) ?? false) || (/^\d+$/.test(text) && Number(text) >= min && Number(text) <= max);
  const isPart = (part: string) => {
    const [range, step, ...rest] = part.split('/');
    if (rest.length > 0 || (step !== undefined && !/^[1-9]\d*$/.test(step))) return false;
    if (range === '*' || range === '?') return true;
    const [from, to, ...more] = range.split('-');
    if (more.length > 0 || !isValue(from)) return false;
    return to === undefined || (isValue(to) && (Number.isNaN(Number(to)) || Number(to) >= Number(from)));
  };
  return field.split(',').every(isPart) ? undefined : `from ${min} to ${max}, a list, a range, or *`;
}

function checkTimeZone(check: Checker, timeZone: string): void {
  if (timeZone === 'Local' || !isTimeZone(timeZone))
    check.refuse(timeZone, "the IANA name of a time zone, for example 'Etc/UTC'", 'write it as in the tz database');
}

function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return typeof timeZone === 'string';
  } catch {
    return false;
  }
}
