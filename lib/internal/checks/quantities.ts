import type { Checker } from '../errors';
import { parseQuantity } from '../quantity';

/** Larger than any node: the largest Kubernetes nodes have some hundred cores, so that `1000` was meant as `1000m`. */
const MOST_CORES = 1000;
/** No container lives in less; a smaller number is a quantity whose unit was forgotten. */
const LEAST_BYTES = 2 ** 20;

const CPU = "cores or millicores, for example '500m' or '2'";
const BYTES = "bytes with a unit, for example '512Mi' or '2Gi'";

/** Refuses what is no sensible amount of CPU; true where it is one. */
export function checkCpu(check: Checker, text: string): boolean {
  const fault = typeof text === 'string' ? cpuFault(text) : `write it as text: '${text}'`;
  if (fault) check.refuse(text, CPU, fault);
  return fault === undefined;
}

/** Refuses what is no sensible amount of memory or disk; true where it is one. */
export function checkBytes(check: Checker, text: string): boolean {
  const fault =
    typeof text === 'string' ? bytesFault(text) : `write it as text with a unit: '${text}Mi' or '${text}Gi'`;
  if (fault) check.refuse(text, BYTES, fault);
  return fault === undefined;
}

/** Refuses a request above its limit; both were found legal before. */
export function checkAtMost(check: Checker, request: string, limit: string, what: string): void {
  if (parseQuantity(request)! > parseQuantity(limit)!)
    check.refuse(limit, `at least what is requested (${request})`, `raise the limit, or lower ${what}`);
}

/** Refuses what is not a quantity above zero; says nothing of what was left out. */
export function checkQuantity(check: Checker, value: string | undefined, example: string): void {
  if (value === undefined) return;
  const amount = typeof value === 'string' ? parseQuantity(value) : undefined;
  if (amount === undefined || amount <= 0)
    check.refuse(value, 'a Kubernetes quantity above zero, as text', `write it like '${example}'`);
}

function cpuFault(text: string): string | undefined {
  const value = parseQuantity(text);
  if (value === undefined) return cpuGuess(text);
  if (value <= 0) return 'give the container some CPU';
  if (/[KMGTPE]i$|[kMGTPE]$/.test(text))
    return `leave the unit of bytes out: '${leading(text)}m' or '${leading(text)}'`;
  // the API server rounds finer values up to a millicore
  if (Math.abs(value * 1000 - Math.round(value * 1000)) > 1e-6 || value < 0.001)
    return `round to whole millicores: '${Math.max(1, Math.ceil(value * 1000))}m'`;
  if (value >= MOST_CORES) return `no node has as many cores; write '${leading(text)}m' if millicores were meant`;
  return undefined;
}

/** What was surely meant by `500 M`, `2 cores`, `0,5`; both where it was one of two. */
function cpuGuess(text: string): string {
  const match = /^\s*(\d*[.,]?\d+)\s*([a-z]*)\s*$/i.exec(text);
  if (!match) return "write a number, with 'm' for thousandths of a core";
  const [number, unit] = [match[1].replace(',', '.'), match[2]];
  if (/^m(illi)?(c|cores?)?$/i.test(unit)) return `write '${number}m'`;
  if (/^(v?cpus?|c|cores?)?$/i.test(unit)) return `write '${number}'`;
  return `write '${number}m' for thousandths of a core, '${number}' for whole ones`;
}

function bytesFault(text: string): string | undefined {
  const value = parseQuantity(text);
  if (value === undefined) return bytesGuess(text);
  if (/[nu]$/.test(text)) return `write '${leading(text)}Mi' or '${leading(text)}Gi'`;
  if (/m$/.test(text)) return `'m' means thousandths of a byte; write '${leading(text)}Mi'`;
  if (value <= 0) return 'give it more than nothing';
  if (value < LEAST_BYTES) return `add the unit: '${leading(text)}Mi' or '${leading(text)}Gi'`;
  // the API server warns of a part of a byte, and stores another number
  if (!Number.isInteger(value)) return `this ends in a part of a byte; write '${Math.ceil(value / LEAST_BYTES)}Mi'`;
  return undefined;
}

/** What was surely meant by `512MB`, `2GB`, `4g`, `512mib`, `2 Gi`, `1,5G`: the binary unit of that letter. */
function bytesGuess(text: string): string {
  const match = /^\s*(\d*[.,]?\d+)\s*([kmgtpe])(i?b?|ib)?\s*$/i.exec(text);
  if (!match) return "write a number and a unit: 'Mi' or 'Gi'";
  return `write '${match[1].replace(',', '.')}${match[2].toUpperCase()}i'`;
}

function leading(text: string): string {
  return /^\s*([\d.]+)/.exec(text)?.[1] ?? '';
}
