// Owns the processes of one control plane. It stops them, each by its id, when it is told to, and also when the
// tests that started it vanish (failed, Ctrl-C, killed): the channel to them closes then.
// Jest hides the real process object from tests, so exit handlers there would never run.
import { spawn } from 'node:child_process';
import { openSync, rmSync } from 'node:fs';

const children = new Map();
const [, , dataFolder] = process.argv;

function start({ name, command, args, log }) {
  const output = openSync(log, 'a');
  // Own process group: Ctrl-C in the terminal reaches the tests and, through them, this guardian only.
  const child = spawn(command, args, { stdio: ['ignore', output, output], detached: true });
  children.set(name, child);
  child.on('spawn', () => tell({ name, pid: child.pid }));
  child.on('error', (error) => tell({ name, exited: error.message }));
  child.on('exit', (code, signal) => {
    children.delete(name);
    tell({ name, exited: `exit ${code ?? signal}` });
  });
}

function stop(name) {
  // SIGKILL, because nothing in a throw-away control plane is worth an orderly shutdown of up to a minute.
  children.get(name)?.kill('SIGKILL');
}

async function stopAll() {
  const exits = [...children.values()].map((child) => new Promise((resolve) => child.on('exit', resolve)));
  for (const name of [...children.keys()].reverse()) stop(name);
  await Promise.all(exits);
  rmSync(dataFolder, { recursive: true, force: true });
  process.exit(0);
}

function tell(message) {
  if (process.connected) process.send(message);
}

process.on('message', (message) => {
  if (message.start) start(message.start);
  if (message.stop) stop(message.stop);
});
process.on('disconnect', stopAll);
process.on('SIGTERM', stopAll);
process.on('SIGHUP', stopAll);
process.on('SIGINT', () => {});
