/** The corners of a cube and its twelve triangles. */
const corners = [-1, 1].flatMap((x) => [-1, 1].flatMap((y) => [-1, 1].map((z) => [x, y, z] as const)));
const triangles = [
  [0, 1, 3, 0, 3, 2],
  [4, 6, 7, 4, 7, 5],
  [0, 4, 5, 0, 5, 1],
  [2, 3, 7, 2, 7, 6],
  [0, 2, 6, 0, 6, 4],
  [1, 5, 7, 1, 7, 3],
].flat();

/** A 3D model as a binary glTF 2.0 file: a box whose proportions and colour follow from the seed. */
export function makeModel(random: { between(low: number, high: number): number }): Uint8Array {
  const scale = [random.between(0.5, 1.2), random.between(0.5, 1.6), random.between(0.5, 1.2)];
  const positions = new Float32Array(
    corners.flatMap((corner) => corner.map((value, axis) => value * (scale[axis] ?? 1))),
  );
  const indices = new Uint16Array(triangles);
  const binary = Buffer.concat([Buffer.from(positions.buffer), Buffer.from(indices.buffer)]);
  const colour = [random.between(0.2, 0.9), random.between(0.2, 0.9), random.between(0.2, 0.9), 1];
  const document = {
    asset: { version: "2.0", generator: "Baton sandbox" },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0 }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0 }, indices: 1, material: 0 }] }],
    materials: [{ pbrMetallicRoughness: { baseColorFactor: colour, metallicFactor: 0.1, roughnessFactor: 0.7 } }],
    accessors: [
      {
        bufferView: 0,
        componentType: 5126,
        count: corners.length,
        type: "VEC3",
        min: scale.map((edge) => -edge),
        max: scale,
      },
      { bufferView: 1, componentType: 5123, count: indices.length, type: "SCALAR" },
    ],
    bufferViews: [
      { buffer: 0, byteOffset: 0, byteLength: positions.byteLength },
      { buffer: 0, byteOffset: positions.byteLength, byteLength: indices.byteLength },
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
