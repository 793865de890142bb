// Writes the Python SDK of a package schema, with the generator that Pulumi's own Python host uses.
// Run in the folder of a module that requires Pulumi: go run MAIN.go SCHEMA.json FOLDER
package main

import (
	"encoding/json"
	"log"
	"os"
	"path/filepath"

	"github.com/pulumi/pulumi/pkg/v3/codegen/python"
	"github.com/pulumi/pulumi/pkg/v3/codegen/schema"
)

func main() {
	text, err := os.ReadFile(os.Args[1])
	check(err)
	var spec schema.PackageSpec
	check(json.Unmarshal(text, &spec))
	bound, diagnostics, err := schema.BindSpec(spec, schema.NewNullLoader(), schema.ValidationOptions{})
	check(err)
	if len(diagnostics) > 0 {
		log.Fatal(diagnostics)
	}
	files, err := python.GeneratePackage("cloudimages", bound, nil, nil)
	check(err)
	for name, contents := range files {
		path := filepath.Join(os.Args[2], name)
		check(os.MkdirAll(filepath.Dir(path), 0o755))
		check(os.WriteFile(path, contents, 0o644))
	}
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
