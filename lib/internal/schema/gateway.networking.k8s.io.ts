// Made by scripts/schemas.ts from gateway-api v1.6.1: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1.GRPCRoute': 'apiVersion kind metadata:meta/v1.ObjectMeta spec!:. status:*',
  'v1.GRPCRoute.spec': 'hostnames:[s parentRefs:[v1.HTTPRoute.spec.parentRefs rules:[.',
  'v1.GRPCRoute.spec.rules': 'backendRefs:[. filters:[v1.GRPCRoute.spec.rules.backendRefs.filters matches:[. name',
  'v1.GRPCRoute.spec.rules.backendRefs': 'filters:[. group kind name! namespace port:i weight:i',
  'v1.GRPCRoute.spec.rules.backendRefs.filters':
    'extensionRef:v1.HTTPRoute.spec.rules.backendRefs.filters.extensionRef requestHeaderModifier:v1.HTTPRoute.spec.rules.backendRefs.filters.requestHeaderModifier requestMirror:v1.HTTPRoute.spec.rules.backendRefs.filters.requestMirror responseHeaderModifier:v1.HTTPRoute.spec.rules.backendRefs.filters.requestHeaderModifier type!',
  'v1.GRPCRoute.spec.rules.matches': 'headers:[v1.HTTPRoute.spec.rules.matches.headers|name method:.',
  'v1.GRPCRoute.spec.rules.matches.method': 'method service type',
  'v1.HTTPRoute': 'apiVersion kind metadata:meta/v1.ObjectMeta spec!:. status:*',
  'v1.HTTPRoute.spec': 'hostnames:[s parentRefs:[. rules:[.',
  'v1.HTTPRoute.spec.parentRefs': 'group kind name! namespace port:i sectionName',
  'v1.HTTPRoute.spec.rules':
    'backendRefs:[. filters:[v1.HTTPRoute.spec.rules.backendRefs.filters matches:[. name timeouts:.',
  'v1.HTTPRoute.spec.rules.backendRefs': 'filters:[. group kind name! namespace port:i weight:i',
  'v1.HTTPRoute.spec.rules.backendRefs.filters':
    'cors:. extensionRef:. requestHeaderModifier:. requestMirror:. requestRedirect:. responseHeaderModifier:v1.HTTPRoute.spec.rules.backendRefs.filters.requestHeaderModifier type! urlRewrite:.',
  'v1.HTTPRoute.spec.rules.backendRefs.filters.cors':
    'allowCredentials:b allowHeaders:[s allowMethods:[s allowOrigins:[s exposeHeaders:[s maxAge:i',
  'v1.HTTPRoute.spec.rules.backendRefs.filters.extensionRef': 'group! kind! name!',
  'v1.HTTPRoute.spec.rules.backendRefs.filters.requestHeaderModifier':
    'add:[core/v1.HTTPHeader#36|name remove:[s set:[core/v1.HTTPHeader#36|name',
  'v1.HTTPRoute.spec.rules.backendRefs.filters.requestMirror': 'backendRef!:. fraction:. percent:i',
  'v1.HTTPRoute.spec.rules.backendRefs.filters.requestMirror.backendRef': 'group kind name! namespace port:i',
  'v1.HTTPRoute.spec.rules.backendRefs.filters.requestMirror.fraction': 'denominator:i numerator!:i',
  'v1.HTTPRoute.spec.rules.backendRefs.filters.requestRedirect': 'hostname path:. port:i scheme statusCode:i',
  'v1.HTTPRoute.spec.rules.backendRefs.filters.requestRedirect.path': 'replaceFullPath replacePrefixMatch type!',
  'v1.HTTPRoute.spec.rules.backendRefs.filters.urlRewrite':
    'hostname path:v1.HTTPRoute.spec.rules.backendRefs.filters.requestRedirect.path',
  'v1.HTTPRoute.spec.rules.matches':
    'headers:[.|name method path:. queryParams:[v1.HTTPRoute.spec.rules.matches.headers|name',
  'v1.HTTPRoute.spec.rules.matches.headers': 'name! type value!',
  'v1.HTTPRoute.spec.rules.matches.path': 'type value',
  'v1.HTTPRoute.spec.rules.timeouts': 'backendRequest request',
  'v1beta1.HTTPRoute': '=v1.HTTPRoute',
};
