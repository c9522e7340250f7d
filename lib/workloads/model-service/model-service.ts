import type { ApiObject } from 'cdk8s';
import { Container, Cpu } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { Checker } from '../../internal/errors';
import type { ILinkTarget } from '../shared/link';
import { planWorkload } from '../shared/plan';
import { Workload } from '../shared/workload';
import type { ModelServiceProps } from './model-service-props';
import type { ModelServicePlan } from './plan/model-service-plan';
import { decideModelService } from './plan/whole';

/**
 * A model that answers requests: a Deployment with probes, drain, security and spread that fit the server, a Service, and
 * around them a ConfigMap, an autoscaler, a PodDisruptionBudget, a NetworkPolicy, a ServiceAccount and, on request, an
 * Ingress or HTTPRoute, a VerticalPodAutoscaler, a claim and a monitor.
 *
 * Works in an `MlNamespace` and in any stock `Chart`. Beside objects of any cdk8s-plus package it is a pod selector, a network
 * policy peer and a scalable target, and its `service` is what an `IngressBackend` takes.
 *
 * @example
 * new ModelService(namespace, 'churn-predictor', {
 *   image: 'ghcr.io/your-org/churn-predictor:1.0.0',
 *   server: ModelServer.http({ port: 8000, healthPath: '/health' }),
 *   compute: { cpu: '500m', memory: '512Mi' },
 * });
 */
export class ModelService extends Workload implements ILinkTarget {
  /** Name of the Deployment. */
  public readonly deploymentName: string;

  /** True once an autoscaler owns the number of replicas, the service's own or one of cdk8s-plus that points at it. */
  public hasAutoscaler: boolean;

  private readonly plan: ModelServicePlan;

  /**
   * @param scope a chart, or a construct in one
   * @param id names the service and its objects, unless `name` says otherwise
   * @param props the model and how it is to be served; every problem in them is listed in one error
   */
  public constructor(scope: Construct, id: string, props: ModelServiceProps) {
    const { plan, objects, links } = planWorkload('new ModelService', [scope, id, props], decideModelService);
    super(scope, id);
    this.plan = plan;
    this.hasAutoscaler = plan.autoscaler !== undefined;
    this.deploymentName = plan.names.deployment;
    this._make(plan, objects, links, { 'spec.replicas': () => this.replicas() });
  }

  /**
   * The Service in front of the pods: a `Service` of cdk8s-plus-28. It has no type, so that `IngressBackend.fromService` of
   * every cdk8s-plus package takes it. An error where the engine makes none: `url` is there on every engine.
   */
  public get service(): any {
    const service = this.node.tryFindChild('Service');
    if (service) return service;
    const check = Checker.for(this);
    check.at('service').refuse(undefined, 'an engine that makes a Service', 'use url, which every engine has');
    check.done();
    return undefined;
  }

  /** The URL under which pods of the cluster reach the service, without a path. */
  public get url(): string {
    const { names, namespace, service } = this.plan;
    const host = namespace ? `${names.service}.${namespace}.svc` : names.service;
    return `http://${host}:${service.spec.ports![0].port}`;
  }

  /** Ports of the container that clients connect to. */
  public get targetPorts(): number[] {
    return [...this.plan.clientPorts];
  }

  /** Called by a cdk8s-plus `HorizontalPodAutoscaler` that points at the service: `spec.replicas` is then left out. */
  public markHasAutoscaler(): void {
    if (this.plan.autoscaler) {
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

  /**
   * What a `HorizontalPodAutoscaler` of cdk8s-plus points at, the Deployment: a `ScalingTarget`. It has no type, so that the
   * service is an `IScalable` to every cdk8s-plus package.
   */
  public toScalingTarget(): any {
    return {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: this.deploymentName,
      containers: [this.asContainer()],
      replicas: this.hasAutoscaler ? undefined : this.plan.replicas,
    };
  }

  /** The Deployment as an API object, for dependencies and JSON patches. */
  public get deployment(): ApiObject {
    return this.node.findChild('Deployment') as ApiObject;
  }

  private replicas(): number | undefined {
    return this.hasAutoscaler && !this.plan.autoscaler ? undefined : this.plan.replicas;
  }

  /** cdk8s-plus checks only that the container has requests; what is emitted is the plan's. */
  private asContainer(): Container {
    const [server] = this.plan.pod.containers;
    return new Container({ name: server.name, image: server.image, resources: { cpu: { request: Cpu.millis(1) } } });
  }
}
