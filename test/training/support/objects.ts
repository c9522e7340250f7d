import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../cluster/plane/api';
import type { ControlPlane } from '../../cluster/plane/control-plane';
import { Paths } from '../../cluster/support/server-side';

/** Objects as a user applies them: one folder, `kubectl apply --server-side`. */
export class Objects {
  private readonly folder: string;
  private readonly paths: Paths;

  constructor(
    private readonly plane: ControlPlane,
    private readonly objects: readonly Manifest[],
  ) {
    this.folder = mkdtempSync(join(plane.folder, 'objects-'));
    this.paths = new Paths(plane.api);
    for (const [index, object] of objects.entries()) {
      writeFileSync(join(this.folder, `${index}.json`), JSON.stringify(object));
    }
  }

  /** What the server said against it; nothing where it took everything. */
  async apply(): Promise<string> {
    const outcome = await this.plane.kubectl.applyServerSide(this.folder);
    return outcome.code === 0 ? '' : outcome.stderr;
  }

  /** Applies once more: what was refused, or whose generation changed. */
  async applyAgain(): Promise<string[]> {
    const before = await this.generations();
    const refusal = await this.apply();
    const after = await this.generations();
    const changed = [...before].filter(([name, generation]) => after.get(name) !== generation);
    return [...(refusal ? [refusal] : []), ...changed.map(([name]) => `${name} changed`)];
  }

  async live(kind: string): Promise<Manifest> {
    const object = this.objects.find((each) => each.kind === kind);
    if (!object) throw new Error(`no ${kind} was applied`);
    return this.plane.api.get(await this.paths.of(object));
  }

  /** Waits for a condition of the object and returns it. */
  async condition(kind: string, type: string, status = 'True'): Promise<Manifest> {
    const find = async (): Promise<Manifest | undefined> => {
      const conditions: Manifest[] = (await this.live(kind)).status?.conditions ?? [];
      return conditions.find((each) => each.type === type && each.status === status);
    };
    await this.plane.until(`${kind} ${type}`, async () => (await find()) !== undefined, 90);
    return (await find()) as Manifest;
  }

  async untilGone(kind: string): Promise<void> {
    const path = await this.paths.of(this.objects.find((each) => each.kind === kind) as Manifest);
    await this.plane.until(`rid of the ${kind}`, async () => {
      return (await this.plane.api.request('GET', path)).status === 404;
    });
  }

  async delete(): Promise<void> {
    const outcome = await this.plane.kubectl.delete(this.folder);
    if (outcome.code !== 0) throw new Error(outcome.stderr);
  }

  private async generations(): Promise<Map<string, number>> {
    const states = await Promise.all(
      this.objects.map(async (object) => {
        const { metadata } = await this.plane.api.get(await this.paths.of(object));
        return [`${object.kind}/${metadata.name}`, metadata.generation] as const;
      }),
    );
    return new Map(states);
  }
}
