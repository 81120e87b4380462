import type { ContextDefinition } from 'jsonld';

/** The address of the context that web annotations name. */
export const ANNO = 'http://www.w3.org/ns/anno.jsonld';

const iri = (id: string) => ({ '@id': id, '@type': '@id' as const });
const time = (id: string) => ({ '@id': id, '@type': 'xsd:dateTime' });
const count = (id: string) => ({ '@id': id, '@type': 'xsd:nonNegativeInteger' });

/**
 * That context, for tests that open no address: the terms of the Web Annotation Vocabulary's JSON-LD context
 * (https://www.w3.org/TR/annotation-vocab/, appendix A) that our files use, and those they might slip into.
 */
export const annoContext: { '@context': ContextDefinition } = {
  '@context': {
    oa: 'http://www.w3.org/ns/oa#',
    dc: 'http://purl.org/dc/elements/1.1/',
    dcterms: 'http://purl.org/dc/terms/',
    dctypes: 'http://purl.org/dc/dcmitype/',
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
    as: 'http://www.w3.org/ns/activitystreams#',
    xsd: 'http://www.w3.org/2001/XMLSchema#',
    foaf: 'http://xmlns.com/foaf/0.1/',
    schema: 'http://schema.org/',
    id: iri('@id'),
    type: iri('@type'),
    Annotation: 'oa:Annotation',
    SpecificResource: 'oa:SpecificResource',
    TextualBody: 'oa:TextualBody',
    TextQuoteSelector: 'oa:TextQuoteSelector',
    TextPositionSelector: 'oa:TextPositionSelector',
    AnnotationCollection: 'as:OrderedCollection',
    AnnotationPage: 'as:OrderedCollectionPage',
    Software: 'as:Application',
    Text: 'dctypes:Text',
    commenting: 'oa:commenting',
    highlighting: 'oa:highlighting',
    replying: 'oa:replying',
    tagging: 'oa:tagging',
    body: iri('oa:hasBody'),
    target: iri('oa:hasTarget'),
    source: iri('oa:hasSource'),
    selector: iri('oa:hasSelector'),
    motivation: { '@id': 'oa:motivatedBy', '@type': '@vocab' },
    purpose: { '@id': 'oa:hasPurpose', '@type': '@vocab' },
    exact: 'oa:exact',
    prefix: 'oa:prefix',
    suffix: 'oa:suffix',
    label: 'rdfs:label',
    name: 'foaf:name',
    created: time('dcterms:created'),
    modified: time('dcterms:modified'),
    generator: iri('as:generator'),
    value: 'rdf:value',
    format: 'dc:format',
    language: 'dc:language',
    items: { '@id': 'as:items', '@type': '@id', '@container': '@list' },
    first: iri('as:first'),
    total: count('as:totalItems'),
    startIndex: count('as:startIndex'),
  },
};
