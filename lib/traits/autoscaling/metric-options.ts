/** A metric of something other than pods: a queue, a load balancer, a gateway. */
export interface ExternalMetricOptions {
  /** Name of the metric at the metrics adapter. */
  readonly name: string;
  /**
   * Labels of the series.
   *
   * @default - any
   */
  readonly labels?: { [key: string]: string };
  /**
   * Target for the metric divided by the number of replicas, a quantity. Use it for the length of a queue.
   *
   * @default - `value` is the target
   */
  readonly averageValue?: string;
  /**
   * Target for the metric itself, a quantity.
   *
   * @default - `averageValue` is the target
   */
  readonly value?: string;
}

/** A metric of one object of the namespace, for example the requests of an Ingress. */
export interface ObjectMetricOptions extends ExternalMetricOptions {
  /** API version of the object, for example `networking.k8s.io/v1`. */
  readonly objectApiVersion: string;
  /** Kind of the object, for example `Ingress`. */
  readonly objectKind: string;
  /** Name of the object. */
  readonly objectName: string;
}
