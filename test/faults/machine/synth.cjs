/**
 * Synthesizes in a process of its own, on the compiled library, which loads in a fraction of a second:
 * `node synth.cjs <json>` does the steps one after the other, and prints what each came to as a line of JSON.
 */
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { ApiObject, Chart, YamlOutputType } = require('cdk8s');
const { MlApp } = require('../../../build/lib/app');

const orders = {
  apps: ['a', 'b', 'c', 'd', 'e'],
  charts: ['chart'],
  lines: 400,
  ...JSON.parse(process.argv[2]),
};
const { user, umask, clock, apps, charts, lines, type, steps } = orders;
let { outdir } = orders;
const FILLER = path.join(path.dirname(outdir), 'filler');

if (umask !== undefined) process.umask(umask);
if (clock !== undefined) Date.now = () => clock;
if (user !== undefined && process.getuid() === 0) {
  process.setgroups([]);
  process.setgid(user);
  process.setuid(user);
}

const STEPS = {
  /** From here on, the folder is another. */
  into(folder) {
    outdir = folder;
  },
  /** Five apps (unless told otherwise) of one generation, the word of which is in every line. */
  synth(word) {
    try {
      MlApp.synthAll(apps.map((name) => appOf(name, word)));
      return 'done';
    } catch (error) {
      return `${error.name}: ${error.message}`;
    }
  },
  forever() {
    for (let i = 0; ; i++) {
      const outcome = STEPS.synth(i % 2 ? 'old' : 'new');
      if (outcome !== 'done') throw new Error(outcome);
      if (i === 0) fs.writeSync(1, 'running\n');
    }
  },
  often(word, times) {
    const failed = [];
    for (let i = 0; i < times; i++) {
      const outcome = STEPS.synth(word);
      if (outcome !== 'done') failed.push(outcome);
    }
    return failed;
  },
  list: () => list(outdir),
  /** Reads the files of the manifests again and again until somebody ends it; how often, and what was not as it should be. */
  watch(words) {
    let times = 0;
    const odd = new Set();
    for (; !fs.existsSync(`${outdir}.done`); times++)
      for (const name of apps)
        for (const chart of charts) {
          const file = path.join(outdir, name, `${chart}.k8s.yaml`);
          const content = fs.existsSync(file) ? contentOf(file) : 'missing';
          if (!words.includes(content)) odd.add(`${name}/${chart}: ${content}`);
        }
    return { times, odd: [...odd] };
  },
  /** Leaves so many bytes of the file system that holds the folder. */
  fill(left) {
    const { bavail, bsize } = fs.statfsSync(path.dirname(outdir));
    fs.writeFileSync(FILLER, Buffer.alloc(Math.max(0, bavail * bsize - left)));
  },
  empty: () => fs.rmSync(FILLER, { force: true }),
  run: (...command) => spawnSync('sh', ['-c', ...command]).status,
};

for (const [step, ...args] of steps) fs.writeSync(1, `${JSON.stringify(STEPS[step](...args) ?? null)}\n`);

function appOf(name, word) {
  const app = new MlApp({ outdir, name, rules: false, yamlOutputType: type && YamlOutputType[type] });
  for (const id of charts)
    new ApiObject(new Chart(app, id), 'cm', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'x' },
      data: { text: `${word}\n`.repeat(lines) },
    });
  return app;
}

/** Every file with the word that it is full of, or what else it is; of records only those that lack a file beside them. */
function list(folder) {
  if (!fs.existsSync(folder)) return null;
  const entries = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory());
  const files = entries.map((entry) => path.join(entry.parentPath, entry.name));
  const isRecord = (file) => file.endsWith('.files');
  for (const file of files) {
    const record = files.find((one) => isRecord(one) && path.dirname(one) === path.dirname(file));
    const isKnown = record && fs.readFileSync(record, 'utf8').split('\n').includes(path.basename(file));
    if (file.endsWith('chart.k8s.yaml') && !isKnown) throw new Error(`${file} is not on record`);
  }
  const manifests = files.filter((file) => !isRecord(file)).sort();
  return Object.fromEntries(manifests.map((file) => [path.relative(folder, file), contentOf(file)]));
}

function contentOf(file) {
  if (fs.lstatSync(file).isSymbolicLink()) return `-> ${fs.readlinkSync(file)}`;
  const text = fs.readFileSync(file, 'utf8').split('\n');
  const word = text[6]?.trim();
  const whole = text.length === 6 + lines + 1 && text.slice(6, -1).every((line) => line === `    ${word}`);
  return whole ? word : `${text.length} lines that are no manifest`;
}
