// Made by scripts/schemas.ts from external-secrets v2.9.0: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1.ExternalSecret': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1.ExternalSecret.spec':
    'data:[.|secretKey dataFrom:[. refreshInterval refreshPolicy secretStoreRef:v1.ExternalSecret.spec.data.sourceRef.storeRef syncWindows:. target:.',
  'v1.ExternalSecret.spec.data': 'remoteRef!:. secretKey! sourceRef:.',
  'v1.ExternalSecret.spec.data.remoteRef':
    'conversionStrategy decodingStrategy key! metadataPolicy nullBytePolicy property version',
  'v1.ExternalSecret.spec.data.sourceRef': 'generatorRef:autoscaling/v1.CrossVersionObjectReference#36 storeRef:.',
  'v1.ExternalSecret.spec.data.sourceRef.storeRef': 'kind name',
  'v1.ExternalSecret.spec.dataFrom':
    'extract:v1.ExternalSecret.spec.data.remoteRef find:. rewrite:[. sourceRef:v1.ExternalSecret.spec.data.sourceRef',
  'v1.ExternalSecret.spec.dataFrom.find': 'conversionStrategy decodingStrategy name:. nullBytePolicy path tags:{s',
  'v1.ExternalSecret.spec.dataFrom.find.name': 'regexp',
  'v1.ExternalSecret.spec.dataFrom.rewrite': 'merge:. regexp:. transform:.',
  'v1.ExternalSecret.spec.dataFrom.rewrite.merge': 'conflictPolicy into priority:[s priorityPolicy strategy',
  'v1.ExternalSecret.spec.dataFrom.rewrite.regexp': 'source! target!',
  'v1.ExternalSecret.spec.dataFrom.rewrite.transform': 'template!',
  'v1.ExternalSecret.spec.syncWindows': 'kind! windows!:[.',
  'v1.ExternalSecret.spec.syncWindows.windows': 'duration! schedule!',
  'v1.ExternalSecret.spec.target': 'creationPolicy deletionPolicy immutable:b manifest:. name template:.',
  'v1.ExternalSecret.spec.target.manifest': 'apiVersion! kind!',
  'v1.ExternalSecret.spec.target.template':
    'data:{s engineVersion mergePolicy metadata:meta/v1.ObjectMeta templateFrom:[. type',
  'v1.ExternalSecret.spec.target.template.templateFrom':
    'configMap:. literal secret:v1.ExternalSecret.spec.target.template.templateFrom.configMap target valuesDecodingStrategy',
  'v1.ExternalSecret.spec.target.template.templateFrom.configMap': 'items!:[. name!',
  'v1.ExternalSecret.spec.target.template.templateFrom.configMap.items': 'key! templateAs',
};
