import { parseQuantity } from '../../../lib/internal/quantity';
import { type Stricter, stricter } from './row';

type Reasons = readonly Stricter<any>[];

/** A text of which the server has no opinion: the library goes by the grammar of those who read it. */
const ours = (why: string, ...such: string[]): Reasons => [stricter<string>(why, () => true, ...such)];

/** What is referred to could not be called so: the server, which would not have made it, does not look. */
const noSuch = (what: string, ...such: string[]) => ours(`there can be no ${what} of that name`, ...such);

const text = (why: string, when: RegExp, ...such: string[]) => stricter<string>(why, when, ...such);
const number = (why: string, when: (n: number) => boolean, ...such: number[]) => stricter<number>(why, when, ...such);
const amount = (given: string) => parseQuantity(given.trim()) ?? Number.NaN;

const DIGIT_FIRST = [
  text('a Service begins with a letter on Kubernetes up to 1.33, and the name is good for every target', /^\d/, '0a'),
];
const SHELLS = ours(
  'shells cannot read it, and dash, the sh of Debian images, drops it before the program starts',
  'log-level',
  'log.level',
);
const FOLDER = ours(
  'the container has one way to write a folder: absolute, no way up, no space or colon; mounts are compared by it',
  'var/lib',
  '/a/../b',
);
const URL_PATH = ours('a request for such a path is cut, escaped or joined before it arrives', '/a b', 'a');
const KIND = ours('no kind or version is called so, and the autoscaler looks for it at run time', 'a,', '1');
const EMPTY = (why: string) => [text(why, /^\s*$/, '')];
const FIRST_BYTES = 2 ** 20;

const SPACE = text('the server cuts the spaces off, and stores another text than was applied', /^\s|\s$/, '2Gi ');
const HUGE = stricter<string>(
  'larger than anything that there is: the server stores 2^63-1, or counts for minutes',
  (given) => /^\s*[+-]?\.?\d/.test(given) && Number.isNaN(amount(given)),
  '9223372036854775808',
  '1e400',
);
const NONE = stricter<string>('nothing, or less, is nothing to ask for', (given) => amount(given) <= 0, '0');
const NO_DIGITS = text('without a digit, it is read as nothing', /^[+-]?\.?([^\d.\s+-]|$)/, '.e-3');
/** Where it is no more than one of many slips. */
const NO_DIGIT = { ...NO_DIGITS, such: [] };
const CPU = [
  HUGE,
  SPACE,
  NONE,
  NO_DIGITS,
  text('a unit of bytes is a slip', /[KMGTPE]i$|[kMGTPE]$/, '1k', '1Ki'),
  stricter<string>('no node has a thousand cores: millicores were meant', (given) => amount(given) >= 1000, '1e3'),
  stricter<string>('the server rounds up to a millicore, and stores that', (given) => amount(given) < 1e9, '0.0001'),
];
const THOUSANDTHS = text('thousandths of a byte are a slip for Mi', /[mun]$/, '1073741824000m');
const BYTES = [
  SPACE,
  HUGE,
  THOUSANDTHS,
  stricter<string>(
    'under 1 MiB, a unit was forgotten',
    (given) => amount(given) > 0 && amount(given) < FIRST_BYTES,
    '1k',
  ),
];
const ASKED_BYTES = [...BYTES, NONE, NO_DIGITS];
const ANY_BYTES = [
  ...ASKED_BYTES,
  stricter<string>('a part of a byte', (given) => !Number.isInteger(amount(given)), '1.1Gi'),
];
const LESS = stricter<string>('less than nothing', (given) => amount(given) < 0, '-1');
const QUOTA_CPU = [
  NO_DIGIT,
  HUGE,
  SPACE,
  text('a unit of bytes is a slip', /(i|[MGTPE])$/, '1Ki'),
  stricter<string>('the server rounds up to a millicore', (given) => amount(given) > 0 && amount(given) < 1e9, '1n'),
];
const QUOTA_BYTES = ANY_BYTES.filter((reason) => reason !== NONE && reason !== THOUSANDTHS);
const BOUND_BYTES = [...QUOTA_BYTES, LESS];
const ROOT = [number('root, which restricted Pod Security refuses; PodSecurity.relaxed says why', (n) => n === 0, 0)];
/** Of any number. */
export const WRAPS = number('the server stores another number than was applied', (n) => n > 2 ** 31 - 1);
const NEVER_DRAINED = 'no node that runs a pod could ever be drained';

/** Of any text. */
export const UNHOLDABLE = text(
  'programs end at NUL, UTF-8 has no halves of characters, and a server-side apply fails on the other controls',
  /[\0\x7f-\x84\x86-\x9f\ufffe\uffff]|\p{Surrogate}/u,
);

const NOBODY = [text('no login gives a group of spaces', /^\s+$/, ' ')];

/** By row: what the server takes and the library refuses on purpose, and why. Nothing else is, and all of it is so. */
export const STRICTER: Readonly<Record<string, Reasons>> = {
  'the name of a service': DIGIT_FIRST,
  'the id of a service': DIGIT_FIRST,
  'names.service': DIGIT_FIRST,
  'names.disruptionBudget': ours('every other object has a name of this form, and tools rely on it', 'a,', 'A'),
  'a pull secret': noSuch('Secret', 'A', 'a_b'),
  // the volume's name holds it: of most wrong names the server has an opinion after all
  'a Secret whose keys are files': noSuch('Secret', '-x1'),
  'a claim with the model': noSuch('claim', 'A', 'a_b'),
  'a cache that is there': noSuch('claim', 'A', 'a_b'),
  'a gateway': noSuch('Gateway', 'A', 'a_b'),
  'an account that is there': EMPTY('nobody is called nothing; left out, there is an account of its own'),
  'a sidecar': [text('names of its volumes begin with it, and have 63 characters', /^.{51,63}$/, 'x'.repeat(51))],
  'a namespace that may call': noSuch('namespace', 'A', 'a.b'),
  'the namespace of a peer': noSuch('namespace', 'A', 'a.b'),
  'the effect of a taint': EMPTY('left out, it says the same'),
  'a topology key': ours('no node has such a label', 'a:b'),
  'the label of a metric': ours('the autoscaler makes a selector of it, and fails at run time', 'a:b'),
  'the name of a measured object': noSuch('object', 'A', 'a_b'),
  'the kind of a measured object': KIND,
  'the version of a measured object': KIND,
  'a metric of pods': ours('the name is a part of the path that the autoscaler asks the metrics API for', 'a:b', 'a b'),
  'a metric from outside': ours(
    'the name is a part of the path that the autoscaler asks the metrics API for',
    'a:b',
    'a b',
  ),
  'a variable': SHELLS,
  'a variable of the config': SHELLS,
  'a variable of the server': SHELLS,
  'a variable of a sidecar': SHELLS,
  'a variable of a secret': SHELLS,
  'a key of a secret, as a file': ours('no Secret can have such a key', 'a b', 'x'.repeat(254)),
  'a program': EMPTY('no program has an empty name'),
  "a probe's program": EMPTY('no program has an empty name'),
  "a probe's header's value": EMPTY('a header that says nothing'),
  'the entry of a store': EMPTY('no entry has an empty name'),
  'an image': ours(
    'the container runtime cannot read it, or it means another image tomorrow',
    'churn',
    'churn:latest',
    'a:1%',
  ),
  'where a volume is mounted': FOLDER,
  "a model's folder": FOLDER,
  'the folder of config': ours('a relative path is taken from the root, not from the working directory', 'var/lib'),
  'the folder of a secret': FOLDER,
  'a folder that is written': FOLDER,
  'a folder that a sidecar writes': FOLDER,
  'the part of a volume': [
    text('spaces at its ends would be cut off unseen', /^\s|\s$|[\r\n]/, ' a', 'a\nb'),
    ...EMPTY('left out, it says the same'),
  ],
  "the part of a model's claim": [
    text('spaces at its ends would be cut off unseen', /^\s|\s$|[\r\n]/, ' a', 'a\nb'),
    ...EMPTY('left out, it says the same'),
  ],
  'the path of a probe': URL_PATH,
  'the path of health': URL_PATH,
  'the path of an ingress': [
    text('a request for such a path is cut or escaped before it arrives', /[\s?#]/, '/a b', '/a?b'),
  ],
  'a host of a route': [text('an address: the Gateway API has names only', /^[\d.]+$/, '10.0.0.1')],
  'a role of AWS': ours('the ARN of no role', 'churn', 'arn:aws:iam::1:role/a'),
  'an account of Google': ours("no account's e-mail", 'churn', 'a@project.iam.gserviceaccount.com'),
  'a client of Azure': ours('no UUID', '12345678-1234-1234-1234-123456789ab'),
  'a kind of device': [
    text('names of kubernetes.io are its own: no device is counted by them', /kubernetes\.io\//, 'kubernetes.io/gpu'),
  ],
  'a label of GPU nodes': EMPTY('nodes with the label have a value there'),
  'a capability': ours('Linux has none of that name, so that the container would not start', 'CAP_SYS_PTRACE', 'a b'),
  CPU,
  'the limit of CPU': [NO_DIGIT, ...CPU.filter((reason) => reason !== NONE && reason !== NO_DIGITS)],
  memory: ASKED_BYTES,
  'the limit of memory': [NO_DIGIT, SPACE, HUGE, THOUSANDTHS],
  disk: ASKED_BYTES,
  'the limit of disk': ASKED_BYTES,
  'shared memory': ANY_BYTES,
  'an empty volume': ANY_BYTES,
  'the claim of a cache': [NO_DIGIT, ...BYTES],
  'the memory of a sidecar': ASKED_BYTES,
  'the target of a metric': [NO_DIGIT, SPACE, HUGE],
  'the value of a metric': [NO_DIGIT, SPACE, HUGE],
  'the least CPU of a VPA': [NO_DIGIT, HUGE, NONE],
  replicas: [{ ...WRAPS, such: [2 ** 53] }],
  'a history': [{ ...WRAPS, such: [2 ** 53] }],
  "a server's port": [number('below 1024, some container runtimes want root', (n) => n < 1024, 1, 1023)],
  'a node port': [number('outside of the range that clusters have unless told otherwise', () => true, 29_999, 32_768)],
  'the failures of a probe': [number('the server reads 0 as 3', (n) => n === 0, 0)],
  'the pause of a probe': [number('the server reads 0 as 10', (n) => n === 0, 0)],
  'the patience of a probe': [number('the server reads 0 as 1', (n) => n === 0, 0)],
  'a deadline': [number('no pod could be ready by then', (n) => n < 60, 5)],
  'the time to drain': [number('too short to save a request, or longer than a day', () => true, 86_401)],
  'the interval of a monitor': [number('Prometheus cannot ask without a pause', (n) => n < 1, 0)],
  'the refresh of a secret': [number('a part of a second', (n) => !Number.isInteger(n), 0.5)],
  'pods that a drain may take': [number(NEVER_DRAINED, (n) => n === 0, 0)],
  'percent that a drain may take': [number(NEVER_DRAINED, (n) => n === 0, 0)],
  'pods that stay': [number(NEVER_DRAINED, (n) => n >= 200, 200)],
  'percent that stay': [number(NEVER_DRAINED, (n) => n === 100, 100)],
  GPUs: [number('no node has as many', (n) => n > 16, 17), number('none is to leave gpu out', (n) => n === 0, 0)],
  "a server's user": ROOT,
  "a sidecar's user": ROOT,
  'the fewest replicas of a VPA': [number('the updater takes 0 or less for its own default', (n) => n <= 0, 0, -1)],
  'the version of Pod Security': [text('there is no such minor for a hundred to come', /^v1\.\d{3,}$/, 'v1.100')],
  'the quota of CPU': QUOTA_CPU,
  'the quota of the limits of CPU': QUOTA_CPU,
  'the quota of memory': QUOTA_BYTES,
  'the quota of storage': QUOTA_BYTES,
  'the number of an entry of the quota': [SPACE, HUGE, NO_DIGIT],
  'the bytes of an entry of the quota': [SPACE, HUGE, NO_DIGIT],
  'the quota of gpus': [number('half a GPU is given to nobody', (n) => !Number.isInteger(n), 0.5)],
  'the CPU of a container': [...QUOTA_CPU, LESS],
  'the most memory of a container': BOUND_BYTES,
  'the least memory of a container': BOUND_BYTES,
  'the largest claim': BOUND_BYTES,
  'an entry of the quota': [text('it has a prop of its own', /^(limits\.cpu|count\/pods|pods)$/, 'limits.cpu')],
  'a config map of others': [
    text('there can be no such ConfigMap: the server takes it for the beginning of a name', /-$/, 'a-'),
  ],
  'a volume of a claim': [text('there can be no claim of that name', /^-/, '-a')],
  'a volume of a configMap': [text('there can be no ConfigMap of that name', /^-/, '-a')],
  'a volume of a secret': [text('there can be no Secret of that name', /^-/, '-a')],
  'a priority class': EMPTY('left out, it says the same'),
  'a TLS secret': EMPTY('left out, it says the same'),
  'the key of a taint': EMPTY('it would tolerate every taint, those of broken nodes too'),
  'a host': EMPTY('an Ingress without one takes the requests for all hosts'),
  'the value of a variable': [{ ...UNHOLDABLE, such: ['a\0b'] }],
  'addresses that may reach a load balancer': [text('the server cuts spaces off', /^\s|\s$/, ' 10.0.0.0/8')],
  'a group of admins': NOBODY,
  'a group of editors': NOBODY,
  'a group of viewers': NOBODY,
};
