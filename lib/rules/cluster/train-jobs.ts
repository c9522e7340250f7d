import { type Json, own, record, text } from '../../internal/json';
import { podSetsOfRun } from '../../internal/pods/joined';
import type { Item } from './item';
import { type PodRecord, recordOf } from './pod-record';
import { podsOfSets } from './pods';

interface Runtime {
  readonly item: Item;
  readonly manifest: Json;
}

/** TrainJobs and the runtimes of the manifests, which are joined once all objects are there. */
export class TrainJobs {
  private readonly jobs = new Map<Item, Json>();
  private readonly runtimes = new Map<string, Runtime>();
  private readonly used = new Set<Item>();

  addJob(item: Item): void {
    this.jobs.set(item, item.manifest);
  }

  addRuntime(item: Item): void {
    this.runtimes.set(`${item.kind}/${item.namespace}/${item.name}`, { item, manifest: item.manifest });
  }

  /** The pods of each TrainJob whose runtime is in the manifests. */
  joined(): ReadonlyMap<Item, readonly PodRecord[]> {
    const found = new Map<Item, readonly PodRecord[]>();
    for (const [item, manifest] of this.jobs) {
      const runtime = this.runtimeOf(item, manifest);
      if (!runtime) continue;
      this.used.add(runtime.item);
      found.set(item, podsOfSets(item, podSetsOfRun(manifest, runtime.manifest)).map(recordOf));
    }
    return found;
  }

  /** True for a runtime that a TrainJob of the manifests has its pods from. */
  isUsed(runtime: Item): boolean {
    return this.used.has(runtime);
  }

  private runtimeOf(item: Item, manifest: Json): Runtime | undefined {
    const reference = own(record(own(manifest, 'spec')), 'runtimeRef');
    const kind = text(own(reference, 'kind')) ?? 'ClusterTrainingRuntime';
    const namespace = kind === 'ClusterTrainingRuntime' ? '' : item.namespace;
    return this.runtimes.get(`${kind}/${namespace}/${text(own(reference, 'name')) ?? ''}`);
  }
}
