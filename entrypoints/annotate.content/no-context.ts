/**
 * Stands in for WXT's content script context, which tells the page's document of every injection and keeps a
 * listener there. This script is its own keeper: a page must not hear of us, and nothing of ours may stay in it.
 */
export class ContentScriptContext {}
