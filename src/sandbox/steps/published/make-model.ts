import type { Box } from "./box.ts";

/** A 3D model as a binary glTF 2.0 file: one mesh with one material. */
export function makeModel({ positions, indices, scale, colour }: Box): Uint8Array {
  const points = new Float32Array(positions);
  const corners = new Uint16Array(indices);
  const binary = Buffer.concat([Buffer.from(points.buffer), Buffer.from(corners.buffer)]);
  const document = {
    asset: { version: "2.0", generator: "Baton sandbox" },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0 }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0 }, indices: 1, material: 0 }] }],
    materials: [
      { pbrMetallicRoughness: { baseColorFactor: [...colour, 1], metallicFactor: 0.1, roughnessFactor: 0.7 } },
    ],
    accessors: [
      {
        bufferView: 0,
        componentType: 5126,
        count: points.length / 3,
        type: "VEC3",
        min: scale.map((edge) => -edge),
        max: [...scale],
      },
      { bufferView: 1, componentType: 5123, count: corners.length, type: "SCALAR" },
    ],
    bufferViews: [
      { buffer: 0, byteOffset: 0, byteLength: points.byteLength },
      { buffer: 0, byteOffset: points.byteLength, byteLength: corners.byteLength },
    ],
    buffers: [{ byteLength: binary.length }],
  };
  return pack(Buffer.from(JSON.stringify(document)), binary);
}

/** The container: a header, a chunk of JSON and one of bytes, each padded to four. */
function pack(json: Buffer, binary: Buffer): Uint8Array {
  const chunks = [chunk("JSON", json, " "), chunk("BIN\0", binary, "\0")];
  const header = Buffer.alloc(12);
  header.write("glTF", 0);
  header.writeUInt32LE(2, 4);
  header.writeUInt32LE(12 + chunks.reduce((sum, { length }) => sum + length, 0), 8);
  return new Uint8Array(Buffer.concat([header, ...chunks]));
}

function chunk(kind: string, content: Buffer, filler: string): Buffer {
  const padded = Buffer.concat([content, Buffer.alloc((4 - (content.length % 4)) % 4, filler)]);
  const header = Buffer.alloc(8);
  header.writeUInt32LE(padded.length, 0);
  header.write(kind, 4);
  return Buffer.concat([header, padded]);
}
