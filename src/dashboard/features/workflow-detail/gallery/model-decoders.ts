import { ModelViewerElement } from "@google/model-viewer";
import basisScript from "three/examples/jsm/libs/basis/basis_transcoder.js?url";
import basisModule from "three/examples/jsm/libs/basis/basis_transcoder.wasm?url";
import dracoModule from "three/examples/jsm/libs/draco/gltf/draco_decoder.wasm?url";
import dracoScript from "three/examples/jsm/libs/draco/gltf/draco_wasm_wrapper.js?url";

/** What unpacks compressed meshes and textures: the viewer would load it from a stranger's host. */
const ours: Record<string, string> = {
  "draco_wasm_wrapper.js": dracoScript,
  "draco_decoder.wasm": dracoModule,
  "basis_transcoder.js": basisScript,
  "basis_transcoder.wasm": basisModule,
};

/** Lets the viewer take its decoders from our own origin. They are loaded only for a model that needs them. */
export function takeOwnDecoders(): void {
  ModelViewerElement.mapURLs((url) => ours[url.slice(url.lastIndexOf("/") + 1)] ?? url);
}
