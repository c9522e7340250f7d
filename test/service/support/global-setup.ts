import { buildImage, readImage } from './image';

export default async function globalSetup(): Promise<void> {
  const started = Date.now();
  await buildImage();
  const { sandboxed, user } = readImage();
  const how = sandboxed
    ? `in a read-only root of its own, as user ${user}`
    : 'as the user who runs the tests, on the root of this machine (root and unshare are needed for more)';
  console.log(`\ncredit-risk image built in ${Math.round((Date.now() - started) / 1000)} s; the service runs ${how}.`);
}
