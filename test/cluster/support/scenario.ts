import type { ModelServiceProps } from '../../../lib';
import type { ControlPlane } from '../plane/control-plane';
import type { Outcome } from '../plane/kubectl';
import { ownNamespace } from './charts';
import type { ManifestFolder } from './manifests';
import { PodWatch } from './pods';
import { synthesize } from './synth';

/** One service "model" in a namespace of its own, operated with kubectl as its team would. */
export class Scenario {
  constructor(
    readonly plane: ControlPlane,
    readonly namespace: string,
  ) {}

  /** Applies what the props synthesize to. */
  async apply(props: ModelServiceProps): Promise<ManifestFolder> {
    const folder = synthesize(this.plane, this.namespace, (app) => ownNamespace(app, this.namespace, props));
    const outcome = await this.plane.kubectl.applyServerSide(folder.path);
    if (outcome.code !== 0) throw new Error(outcome.stderr);
    return folder;
  }

  /** `kubectl rollout status`: exit code 0 once every replica is of the new kind and available. */
  rolloutEnds(seconds = 90): Promise<Outcome> {
    return this.kubectl('rollout', 'status', 'deployment/model', `--timeout=${seconds}s`);
  }

  /** Applies, and waits until all replicas run. */
  async running(props: ModelServiceProps): Promise<ManifestFolder> {
    const folder = await this.apply(props);
    await this.mustEnd();
    return folder;
  }

  async mustEnd(): Promise<void> {
    const outcome = await this.rolloutEnds();
    if (outcome.code !== 0) throw new Error(`the rollout does not end: ${outcome.stderr}`);
  }

  /** Runs the change and tells what the pods went through meanwhile. */
  async watched(change: () => Promise<unknown>): Promise<PodWatch> {
    const watch = await PodWatch.start(this.plane, this.namespace);
    try {
      await change();
    } finally {
      watch.stop();
    }
    return watch;
  }

  kubectl(...args: string[]): Promise<Outcome> {
    return this.plane.kubectl.run([...args, `--namespace=${this.namespace}`]);
  }

  async configInUse(): Promise<{ name: string; data: { [key: string]: string } }> {
    const base = `/api/v1/namespaces/${this.namespace}`;
    const deployment = await this.plane.api.get(`/apis/apps/v1/namespaces/${this.namespace}/deployments/model`);
    const name = deployment.spec.template.spec.containers[0].envFrom[0].configMapRef.name;
    return { name, data: (await this.plane.api.get(`${base}/configmaps/${name}`)).data };
  }
}
