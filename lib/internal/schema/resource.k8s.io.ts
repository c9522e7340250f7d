// Made by scripts/schemas.ts from Kubernetes 1.28 to 1.36: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1.CELDeviceSelector': 'expression!@34',
  'v1.CapacityRequirements': 'requests:{x@34',
  'v1.DeviceClaim': 'config:[DeviceClaimConfiguration@34 constraints:[DeviceConstraint@34 requests:[DeviceRequest@34',
  'v1.DeviceClaimConfiguration': 'opaque:OpaqueDeviceConfiguration@34 requests:[s@34',
  'v1.DeviceClass': 'apiVersion@34 kind@34 metadata:meta/v1.ObjectMeta@34 spec!:DeviceClassSpec@34',
  'v1.DeviceClassConfiguration': 'opaque:OpaqueDeviceConfiguration@34',
  'v1.DeviceClassSpec': 'config:[DeviceClassConfiguration@34 extendedResourceName@34 selectors:[DeviceSelector@34',
  'v1.DeviceConstraint': 'distinctAttribute@34 matchAttribute@34 requests:[s@34',
  'v1.DeviceRequest': 'exactly:ExactDeviceRequest@34 firstAvailable:[DeviceSubRequest@34 name!@34',
  'v1.DeviceSelector': 'cel:CELDeviceSelector@34',
  'v1.DeviceSubRequest':
    'allocationMode@34 capacity:CapacityRequirements@34 count:i@34 deviceClassName!@34 name!@34 selectors:[DeviceSelector@34 tolerations:[DeviceToleration@34',
  'v1.DeviceToleration': 'effect@34 key@34 operator@34 tolerationSeconds:i@34 value@34',
  'v1.ExactDeviceRequest':
    'adminAccess:b@34 allocationMode@34 capacity:CapacityRequirements@34 count:i@34 deviceClassName!@34 selectors:[DeviceSelector@34 tolerations:[DeviceToleration@34',
  'v1.OpaqueDeviceConfiguration': 'driver!@34 parameters!:*@34',
  'v1.ResourceClaim': 'apiVersion@34 kind@34 metadata:meta/v1.ObjectMeta@34 spec!:ResourceClaimSpec@34 status:*@34',
  'v1.ResourceClaimSpec': 'devices:DeviceClaim@34',
  'v1.ResourceClaimTemplate': 'apiVersion@34 kind@34 metadata:meta/v1.ObjectMeta@34 spec!:ResourceClaimTemplateSpec@34',
  'v1.ResourceClaimTemplateSpec': 'metadata:meta/v1.ObjectMeta@34 spec!:ResourceClaimSpec@34',
  'v1alpha2.ResourceClaim':
    'apiVersion@-30 kind@-30 metadata:meta/v1.ObjectMeta@-30 spec!:ResourceClaimSpec@-30 status:*@-30',
  'v1alpha2.ResourceClaimParametersReference': 'apiGroup@-30 kind!@-30 name!@-30',
  'v1alpha2.ResourceClaimSpec':
    'allocationMode@-30 parametersRef:ResourceClaimParametersReference@-30 resourceClassName!@-30',
  'v1alpha2.ResourceClaimTemplate':
    'apiVersion@-30 kind@-30 metadata:meta/v1.ObjectMeta@-30 spec!:ResourceClaimTemplateSpec@-30',
  'v1alpha2.ResourceClaimTemplateSpec': 'metadata:meta/v1.ObjectMeta@-30 spec!:ResourceClaimSpec@-30',
  'v1alpha3.CELDeviceSelector': 'expression!@31-34',
  'v1alpha3.DeviceClaim':
    'config:[DeviceClaimConfiguration@31-33 constraints:[DeviceConstraint@31-33 requests:[DeviceRequest@31-33',
  'v1alpha3.DeviceClaimConfiguration': 'opaque:OpaqueDeviceConfiguration@31-33 requests:[s@31-33',
  'v1alpha3.DeviceClass': 'apiVersion@31-33 kind@31-33 metadata:meta/v1.ObjectMeta@31-33 spec!:DeviceClassSpec@31-33',
  'v1alpha3.DeviceClassConfiguration': 'opaque:OpaqueDeviceConfiguration@31-33',
  'v1alpha3.DeviceClassSpec':
    'config:[DeviceClassConfiguration@31-33 selectors:[DeviceSelector@31-33 suitableNodes:core/v1.NodeSelector@31-31',
  'v1alpha3.DeviceConstraint': 'matchAttribute@31-33 requests:[s@31-33',
  'v1alpha3.DeviceRequest':
    'adminAccess:b@31-33 allocationMode@31-33 count:i@31-33 deviceClassName!@31-32 deviceClassName@33-33 firstAvailable:[DeviceSubRequest@33-33 name!@31-33 selectors:[DeviceSelector@31-33 tolerations:[DeviceToleration@33-33',
  'v1alpha3.DeviceSelector': 'cel:CELDeviceSelector@31-34',
  'v1alpha3.DeviceSubRequest':
    'allocationMode@33-33 count:i@33-33 deviceClassName!@33-33 name!@33-33 selectors:[DeviceSelector@33-33 tolerations:[DeviceToleration@33-33',
  'v1alpha3.DeviceToleration': 'effect@33-33 key@33-33 operator@33-33 tolerationSeconds:i@33-33 value@33-33',
  'v1alpha3.OpaqueDeviceConfiguration': 'driver!@31-33 parameters!:*@31-33',
  'v1alpha3.ResourceClaim':
    'apiVersion@31-33 kind@31-33 metadata:meta/v1.ObjectMeta@31-33 spec!:ResourceClaimSpec@31-33 status:*@31-33',
  'v1alpha3.ResourceClaimSpec': 'controller@31-31 devices:DeviceClaim@31-33',
  'v1alpha3.ResourceClaimTemplate':
    'apiVersion@31-33 kind@31-33 metadata:meta/v1.ObjectMeta@31-33 spec!:ResourceClaimTemplateSpec@31-33',
  'v1alpha3.ResourceClaimTemplateSpec': 'metadata:meta/v1.ObjectMeta@31-33 spec!:ResourceClaimSpec@31-33',
  'v1beta1.CELDeviceSelector': 'expression!@32',
  'v1beta1.CapacityRequirements': 'requests:{x@34',
  'v1beta1.DeviceClaim':
    'config:[DeviceClaimConfiguration@32 constraints:[DeviceConstraint@32 requests:[DeviceRequest@32',
  'v1beta1.DeviceClaimConfiguration': 'opaque:OpaqueDeviceConfiguration@32 requests:[s@32',
  'v1beta1.DeviceClass': 'apiVersion@32 kind@32 metadata:meta/v1.ObjectMeta@32 spec!:DeviceClassSpec@32',
  'v1beta1.DeviceClassConfiguration': 'opaque:OpaqueDeviceConfiguration@32',
  'v1beta1.DeviceClassSpec': 'config:[DeviceClassConfiguration@32 extendedResourceName@34 selectors:[DeviceSelector@32',
  'v1beta1.DeviceConstraint': 'distinctAttribute@34 matchAttribute@32 requests:[s@32',
  'v1beta1.DeviceRequest':
    'adminAccess:b@32 allocationMode@32 capacity:CapacityRequirements@34 count:i@32 deviceClassName!@32-32 deviceClassName@33 firstAvailable:[DeviceSubRequest@33 name!@32 selectors:[DeviceSelector@32 tolerations:[DeviceToleration@33',
  'v1beta1.DeviceSelector': 'cel:CELDeviceSelector@32',
  'v1beta1.DeviceSubRequest':
    'allocationMode@33 capacity:CapacityRequirements@34 count:i@33 deviceClassName!@33 name!@33 selectors:[DeviceSelector@33 tolerations:[DeviceToleration@33',
  'v1beta1.DeviceToleration': 'effect@33 key@33 operator@33 tolerationSeconds:i@33 value@33',
  'v1beta1.OpaqueDeviceConfiguration': 'driver!@32 parameters!:*@32',
  'v1beta1.ResourceClaim':
    'apiVersion@32 kind@32 metadata:meta/v1.ObjectMeta@32 spec!:ResourceClaimSpec@32 status:*@32',
  'v1beta1.ResourceClaimSpec': 'devices:DeviceClaim@32',
  'v1beta1.ResourceClaimTemplate':
    'apiVersion@32 kind@32 metadata:meta/v1.ObjectMeta@32 spec!:ResourceClaimTemplateSpec@32',
  'v1beta1.ResourceClaimTemplateSpec': 'metadata:meta/v1.ObjectMeta@32 spec!:ResourceClaimSpec@32',
  'v1beta2.CELDeviceSelector': 'expression!@33',
  'v1beta2.CapacityRequirements': 'requests:{x@34',
  'v1beta2.DeviceClaim':
    'config:[DeviceClaimConfiguration@33 constraints:[DeviceConstraint@33 requests:[DeviceRequest@33',
  'v1beta2.DeviceClaimConfiguration': 'opaque:OpaqueDeviceConfiguration@33 requests:[s@33',
  'v1beta2.DeviceClass': 'apiVersion@33 kind@33 metadata:meta/v1.ObjectMeta@33 spec!:DeviceClassSpec@33',
  'v1beta2.DeviceClassConfiguration': 'opaque:OpaqueDeviceConfiguration@33',
  'v1beta2.DeviceClassSpec': 'config:[DeviceClassConfiguration@33 extendedResourceName@34 selectors:[DeviceSelector@33',
  'v1beta2.DeviceConstraint': 'distinctAttribute@34 matchAttribute@33 requests:[s@33',
  'v1beta2.DeviceRequest': 'exactly:ExactDeviceRequest@33 firstAvailable:[DeviceSubRequest@33 name!@33',
  'v1beta2.DeviceSelector': 'cel:CELDeviceSelector@33',
  'v1beta2.DeviceSubRequest':
    'allocationMode@33 capacity:CapacityRequirements@34 count:i@33 deviceClassName!@33 name!@33 selectors:[DeviceSelector@33 tolerations:[DeviceToleration@33',
  'v1beta2.DeviceToleration': 'effect@33 key@33 operator@33 tolerationSeconds:i@33 value@33',
  'v1beta2.ExactDeviceRequest':
    'adminAccess:b@33 allocationMode@33 capacity:CapacityRequirements@34 count:i@33 deviceClassName!@33 selectors:[DeviceSelector@33 tolerations:[DeviceToleration@33',
  'v1beta2.OpaqueDeviceConfiguration': 'driver!@33 parameters!:*@33',
  'v1beta2.ResourceClaim':
    'apiVersion@33 kind@33 metadata:meta/v1.ObjectMeta@33 spec!:ResourceClaimSpec@33 status:*@33',
  'v1beta2.ResourceClaimSpec': 'devices:DeviceClaim@33',
  'v1beta2.ResourceClaimTemplate':
    'apiVersion@33 kind@33 metadata:meta/v1.ObjectMeta@33 spec!:ResourceClaimTemplateSpec@33',
  'v1beta2.ResourceClaimTemplateSpec': 'metadata:meta/v1.ObjectMeta@33 spec!:ResourceClaimSpec@33',
};
