/** The context of the W3C's Web Annotation Data Model (https://www.w3.org/TR/annotation-model/). */
export const ANNO_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** Our own terms beside it: what the model has no words for. Another reader may leave them out and loses no quote. */
export const OWN_TERMS = 'urn:long-game:terms#';

/** How our rows' ids are written as IRIs (RFC 9562). */
export const URN_UUID = 'urn:uuid:';
