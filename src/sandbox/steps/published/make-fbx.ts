import type { Box } from "./box.ts";

/** A 3D model as an FBX 7.4 file in its written form: one mesh with one material. */
export function makeFbx({ positions, indices, colour }: Box): Uint8Array {
  // The last corner of a polygon is written as its complement.
  const polygons = indices.map((index, at) => (at % 3 === 2 ? ~index : index));
  const list = (values: readonly number[]) => `*${values.length} {\n\t\t\ta: ${values.map(plain).join(",")}\n\t\t}`;
  return new TextEncoder().encode(`; FBX 7.4.0 project file
; Baton sandbox
FBXHeaderExtension:  {
	FBXHeaderVersion: 1003
	FBXVersion: 7400
	Creator: "Baton sandbox"
}
GlobalSettings:  {
	Version: 1000
	Properties70:  {
		P: "UpAxis", "int", "Integer", "",1
		P: "UnitScaleFactor", "double", "Number", "",1
	}
}
Definitions:  {
	Version: 100
	Count: 3
	ObjectType: "Geometry" {
		Count: 1
	}
	ObjectType: "Model" {
		Count: 1
	}
	ObjectType: "Material" {
		Count: 1
	}
}
Objects:  {
	Geometry: 1001, "Geometry::Box", "Mesh" {
		Vertices: ${list(positions)}
		PolygonVertexIndex: ${list(polygons)}
		GeometryVersion: 124
	}
	Model: 1002, "Model::Box", "Mesh" {
		Version: 232
		Shading: T
		Culling: "CullingOff"
	}
	Material: 1003, "Material::Box", "" {
		Version: 102
		ShadingModel: "phong"
		Properties70:  {
			P: "DiffuseColor", "Color", "", "A",${colour.map(plain).join(",")}
		}
	}
}
Connections:  {
	C: "OO",1002,0
	C: "OO",1001,1002
	C: "OO",1003,1002
}
`);
}

const plain = (value: number) => String(Number(value.toFixed(6)));
