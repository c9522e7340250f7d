/** What a test asserted is not so. The frames of this folder are left out, so that test runners point at the test. */
class ManifestAssertionError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ManifestAssertionError';
    const frames = (this.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line) && !line.includes(__dirname));
    this.stack = `${this.name}: ${message}\n${frames.join('\n')}`;
  }
}

/** Throws, with the blocks of the message set apart by empty lines. */
export function failWith(...blocks: readonly string[]): never {
  throw new ManifestAssertionError(blocks.filter((block) => block !== '').join('\n\n'));
}
