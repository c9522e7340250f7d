import type { ApiObject } from 'cdk8s';
import {
  Container,
  Cpu,
  type INetworkPolicyPeer,
  type IPodSelector,
  type IScalable,
  LabelSelector,
  type NetworkPolicyPeerConfig,
  type PodSelectorConfig,
  type ScalingTarget,
  type Service,
} from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { Checker } from '../../internal/errors';
import { overrideObjects } from '../../internal/override';
import { allOrNothing } from '../../internal/scope';
import { checkModelService } from './check';
import { checkPlan } from './check-plan';
import { makeOnKubernetes } from './engines/kubernetes';
import type { ModelServiceProps } from './model-service-props';
import { type ModelServicePlan, planModelService } from './plan';

/**
 * A model that answers requests, run as an expert would: a Deployment with probes, drain, security and spread that fit
 * the server, a Service, and around them a ConfigMap, an autoscaler, a PodDisruptionBudget, a NetworkPolicy, a
 * ServiceAccount and, on request, an Ingress or HTTPRoute, a VerticalPodAutoscaler, a claim and a monitor.
 *
 * Works in an `MlNamespace` and in any stock `Chart`. In a cdk8s-plus app it is a pod selector, a network policy peer and
 * a scalable target, and its `service` is a cdk8s-plus `Service`.
 */
export class ModelService extends Construct implements IPodSelector, INetworkPolicyPeer, IScalable {
  /** The Service in front of the pods. */
  public readonly service: Service;

  /** Name of the Deployment. */
  public readonly deploymentName: string;

  /** True once an autoscaler owns the number of replicas, the service's own or one of cdk8s-plus that points at it. */
  public hasAutoscaler: boolean;

  private readonly plan: ModelServicePlan;
  private readonly ownAutoscaler: boolean;

  /**
   * @param scope a chart, or a construct in one
   * @param id names the service and its objects, unless `name` says otherwise
   * @param props the model and how it is to be served; every problem in them is listed in one error
   */
  public constructor(scope: Construct, id: string, props: ModelServiceProps) {
    checkModelService(scope, id, props);
    const plan = planModelService(scope, id, props);
    checkPlan(scope, id, plan);
    super(scope, id);
    this.plan = plan;
    this.ownAutoscaler = props.autoscaling !== undefined;
    this.hasAutoscaler = this.ownAutoscaler;
    this.deploymentName = plan.names.deployment;
    this.service = allOrNothing(this, () => {
      const service = makeOnKubernetes({ scope: this, plan, replicas: () => this.replicas() });
      const check = Checker.for(this);
      overrideObjects(this, props.overrides ?? {}, check.at('overrides'));
      check.done();
      return service;
    });
  }

  /** The URL under which pods of the cluster reach the service, without a path. */
  public get url(): string {
    const { name, ports } = this.service;
    const host = this.plan.namespace ? `${name}.${this.plan.namespace}.svc` : name;
    return `http://${host}:${ports[0].port}`;
  }

  /** Called by a cdk8s-plus `HorizontalPodAutoscaler` that points at the service: `spec.replicas` is then left out. */
  public markHasAutoscaler(): void {
    if (this.ownAutoscaler) {
      const check = Checker.for(this);
      check
        .at('autoscaling')
        .refuse(
          'a second HorizontalPodAutoscaler',
          'one autoscaler: two would undo each other',
          'leave out autoscaling, or the other one',
        );
      check.done();
    }
    this.hasAutoscaler = true;
  }

  /** What a cdk8s-plus `HorizontalPodAutoscaler` points at: the Deployment. */
  public toScalingTarget(): ScalingTarget {
    return {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: this.deploymentName,
      containers: [this.asContainer()],
      replicas: this.hasAutoscaler ? undefined : this.plan.replicas,
    };
  }

  /** The labels and the namespace of the pods, for `Service`, `NetworkPolicy` and `Pods` of cdk8s-plus. */
  public toPodSelectorConfig(): PodSelectorConfig {
    const { selector, namespace } = this.plan;
    return {
      labelSelector: LabelSelector.of({ labels: selector }),
      namespaces: namespace ? { names: [namespace] } : undefined,
    };
  }

  /** The pods as a peer in a `NetworkPolicy` of cdk8s-plus. */
  public toNetworkPolicyPeerConfig(): NetworkPolicyPeerConfig {
    return { podSelector: this.toPodSelectorConfig() };
  }

  /** The service itself: it selects its pods. */
  public toPodSelector(): IPodSelector | undefined {
    return this;
  }

  /** The Deployment as an API object, for dependencies and JSON patches. */
  public get deployment(): ApiObject {
    return this.node.findChild('Deployment') as ApiObject;
  }

  private replicas(): number | undefined {
    return this.hasAutoscaler && !this.ownAutoscaler ? undefined : this.plan.replicas;
  }

  /** cdk8s-plus looks only whether the container has requests; what is emitted is the plan's. */
  private asContainer(): Container {
    const [server] = this.plan.pod.containers;
    return new Container({ name: server.name, image: server.image, resources: { cpu: { request: Cpu.millis(1) } } });
  }
}
