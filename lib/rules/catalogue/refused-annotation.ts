import { refusedAnnotations, refusedAnnotationsOfPods } from '../cluster/refused-annotations';
import type { Rule } from '../rule';

export const refusedAnnotation: Rule = {
  id: 'refused-annotation',
  severity: 'error',
  title: 'An annotation contradicts the object that it is on',
  why: 'The API server reads some annotations itself, and refuses the object: an Ingress with its class in the annotation and in the field, an AppArmor profile for a container that does not exist, a mirror pod without a node.',
  fix: 'Remove the annotation, or use the field that replaced it.',
  good: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: scorer, namespace: ml, annotations: {cdk8s-ml.io/expects: Service/scorer}}
spec:
  ingressClassName: nginx
  rules:
    - host: scorer.example.com
      http:
        paths: [{path: "/", pathType: Prefix, backend: {service: {name: scorer, port: {number: 80}}}}]
`,
  bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: scorer, namespace: ml, annotations: {cdk8s-ml.io/expects: Service/scorer, kubernetes.io/ingress.class: nginx}}
spec:
  ingressClassName: nginx
  rules:
    - host: scorer.example.com
      http:
        paths: [{path: "/", pathType: Prefix, backend: {service: {name: scorer, port: {number: 80}}}}]
`,
  kinds: ['networking.k8s.io/Ingress'],
  object(item, report) {
    for (const fault of refusedAnnotations(item)) report({ item, ...fault });
  },
  pods(pods, report) {
    for (const fault of refusedAnnotationsOfPods(pods)) report({ item: pods.item, ...fault });
  },
};
