/** A metric of something outside the cluster's pods: a queue, a load balancer, a gateway. */
export interface ExternalMetricOptions {
  /** Name under which the metrics adapter serves it. */
  readonly name: string;
  /**
   * Labels that the series must have.
   *
   * @default - any
   */
  readonly labels?: { [key: string]: string };
  /**
   * Target for the metric divided by the number of replicas, a quantity: the usual choice for a queue's length.
   *
   * @default - `value` is the target
   */
  readonly averageValue?: string;
  /**
   * Target for the metric as it is, a quantity.
   *
   * @default - `averageValue` is the target
   */
  readonly value?: string;
}

/** A metric that describes one object of the namespace, for example the requests of an Ingress. */
export interface ObjectMetricOptions extends ExternalMetricOptions {
  /** API version of the object, for example `networking.k8s.io/v1`. */
  readonly objectApiVersion: string;
  /** Kind of the object, for example `Ingress`. */
  readonly objectKind: string;
  /** Name of the object. */
  readonly objectName: string;
}
