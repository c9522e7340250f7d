// Made by scripts/schemas.ts from Kubernetes 1.28 to 1.36: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1.HTTPIngressPath': 'backend!:IngressBackend path pathType!',
  'v1.HTTPIngressRuleValue': 'paths!:[HTTPIngressPath',
  'v1.IPBlock': 'cidr! except:[s',
  'v1.Ingress': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:IngressSpec status:*',
  'v1.IngressBackend': 'resource:core/v1.TypedLocalObjectReference service:IngressServiceBackend',
  'v1.IngressRule': 'host http:HTTPIngressRuleValue',
  'v1.IngressServiceBackend': 'name! port:ServiceBackendPort',
  'v1.IngressSpec': 'defaultBackend:IngressBackend ingressClassName rules:[IngressRule tls:[IngressTLS',
  'v1.IngressTLS': 'hosts:[s secretName',
  'v1.NetworkPolicy': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:NetworkPolicySpec',
  'v1.NetworkPolicyEgressRule': 'ports:[NetworkPolicyPort to:[NetworkPolicyPeer',
  'v1.NetworkPolicyIngressRule': 'from:[NetworkPolicyPeer ports:[NetworkPolicyPort',
  'v1.NetworkPolicyPeer': 'ipBlock:IPBlock namespaceSelector:meta/v1.LabelSelector podSelector:meta/v1.LabelSelector',
  'v1.NetworkPolicyPort': 'endPort:i port:x protocol',
  'v1.NetworkPolicySpec':
    'egress:[NetworkPolicyEgressRule ingress:[NetworkPolicyIngressRule podSelector!:meta/v1.LabelSelector@-33 podSelector:meta/v1.LabelSelector@34 policyTypes:[s',
  'v1.ServiceBackendPort': 'name number:i',
};
