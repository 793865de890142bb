// Command pulumi-language-nodejs lets the Pulumi engine run Node programs in this project's tests.
//
// The released host of this name is a Go module of its own that has no version tags and cannot be
// had from every module mirror, so it cannot be pinned. This one speaks the same protocol, of the
// SDK version that go.mod pins, and starts the same two npm entry points with the same arguments
// and environment: `@pulumi/pulumi/cmd/run` for a program, `cmd/run-plugin` for a plugin. Where a
// released host is on the PATH, the tests use that one.
//
// What it leaves out: synchronous invokes (no SDK version under test makes any), debuggers, policy
// packs, Bun, `pulumi convert` to TypeScript, and installing dependencies.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/google/shlex"
	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/emptypb"

	codegen "github.com/pulumi/pulumi/pkg/v3/codegen/nodejs"
	"github.com/pulumi/pulumi/pkg/v3/codegen/schema"
	"github.com/pulumi/pulumi/sdk/v3/go/common/resource/config"
	"github.com/pulumi/pulumi/sdk/v3/go/common/resource/plugin"
	"github.com/pulumi/pulumi/sdk/v3/go/common/util/rpcutil"
	"github.com/pulumi/pulumi/sdk/v3/go/common/version"
	"github.com/pulumi/pulumi/sdk/v3/nodejs/npm"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

// exitedAfterMessage is the code with which `cmd/run` says that it has shown the error itself.
const exitedAfterMessage = 32

// engineCheckInterval is how often the host looks whether its engine still lives, so that a killed
// test run leaves no process behind.
const engineCheckInterval = 5 * time.Second

func main() {
	tracing := flag.String("tracing", "", "where to send traces")
	flag.Parse()
	if err := serve(&host{engine: flag.Arg(0), tracing: *tracing}); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func serve(h *host) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if h.engine != "" {
		if err := rpcutil.Healthcheck(ctx, h.engine, engineCheckInterval, stop); err != nil {
			return fmt.Errorf("cannot reach the engine: %w", err)
		}
	}
	cancel := make(chan bool)
	go func() {
		<-ctx.Done()
		close(cancel)
	}()
	handle, err := rpcutil.ServeWithOptions(rpcutil.ServeOptions{
		Cancel: cancel,
		Init: func(server *grpc.Server) error {
			pulumirpc.RegisterLanguageRuntimeServer(server, h)
			return nil
		},
	})
	if err != nil {
		return err
	}
	// The engine reads the port from the first line.
	fmt.Println(handle.Port)
	return <-handle.Done
}

type host struct {
	pulumirpc.UnimplementedLanguageRuntimeServer
	engine  string
	tracing string
}

func (h *host) Handshake(
	_ context.Context, req *pulumirpc.LanguageHandshakeRequest,
) (*pulumirpc.LanguageHandshakeResponse, error) {
	h.engine = req.GetEngineAddress()
	return &pulumirpc.LanguageHandshakeResponse{}, nil
}

func (h *host) GetPluginInfo(context.Context, *emptypb.Empty) (*pulumirpc.PluginInfo, error) {
	return &pulumirpc.PluginInfo{Version: version.Version}, nil
}

func (h *host) Cancel(context.Context, *emptypb.Empty) (*emptypb.Empty, error) {
	return &emptypb.Empty{}, nil
}

func (h *host) Run(ctx context.Context, req *pulumirpc.RunRequest) (*pulumirpc.RunResponse, error) {
	failed := func(err error) (*pulumirpc.RunResponse, error) {
		return &pulumirpc.RunResponse{Error: err.Error()}, nil
	}
	info := req.GetInfo()
	entry, err := locate(ctx, "@pulumi/pulumi/cmd/run", info.GetProgramDirectory())
	if err != nil {
		return failed(err)
	}
	options, err := readOptions(info)
	if err != nil {
		return failed(err)
	}
	values, secretKeys, err := configuration(req)
	if err != nil {
		return failed(err)
	}

	args := append(options.nodeArgs, entry)
	for _, argument := range [][2]string{
		{"monitor", req.GetMonitorAddress()},
		{"engine", h.engine},
		{"organization", req.GetOrganization()},
		{"project", req.GetProject()},
		{"root-directory", info.GetRootDirectory()},
		{"stack", req.GetStack()},
		{"pwd", info.GetProgramDirectory()},
		{"parallel", strconv.Itoa(int(req.GetParallel()))},
		{"tracing", h.tracing},
	} {
		if argument[1] != "" {
			args = append(args, "--"+argument[0], argument[1])
		}
	}
	if req.GetDryRun() {
		args = append(args, "--dry-run")
	}
	args = append(append(args, info.GetEntryPoint()), req.GetArgs()...)

	command := exec.CommandContext(ctx, "node", args...)
	command.Env = append(append(os.Environ(), options.env...),
		"PULUMI_CONFIG="+values, "PULUMI_CONFIG_SECRET_KEYS="+secretKeys)
	// Wrapped, so that Node gets a pipe: given the file itself it would make it non-blocking.
	command.Stdout = struct{ io.Writer }{os.Stdout}
	command.Stderr = struct{ io.Writer }{os.Stderr}
	interruptFirst(command)
	if err := command.Run(); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			return failed(fmt.Errorf("cannot run node: %w", err))
		}
		if exit.ExitCode() == exitedAfterMessage {
			return &pulumirpc.RunResponse{Bail: true}, nil
		}
		return failed(fmt.Errorf("Program exited with non-zero exit code: %d", exit.ExitCode()))
	}
	return &pulumirpc.RunResponse{}, nil
}

func (h *host) RunPlugin(
	req *pulumirpc.RunPluginRequest, server pulumirpc.LanguageRuntime_RunPluginServer,
) error {
	if req.GetKind() == "analyzer" {
		return errors.New("policy packs are not supported by this test host")
	}
	ctx, info := server.Context(), req.GetInfo()
	entry, err := locate(ctx, "@pulumi/pulumi/cmd/run-plugin", info.GetProgramDirectory())
	if err != nil {
		return err
	}
	options, err := readOptions(info)
	if err != nil {
		return err
	}
	closer, stdout, stderr, err := rpcutil.MakeRunPluginStreams(server, false)
	if err != nil {
		return err
	}
	defer closer.Close()

	args := append(options.nodeArgs, entry, info.GetProgramDirectory())
	command := exec.CommandContext(ctx, "node", append(args, req.GetArgs()...)...)
	command.Dir = req.GetPwd()
	command.Env = append(req.GetEnv(), options.env...)
	command.Stdout, command.Stderr = stdout, stderr
	interruptFirst(command)
	if err := command.Run(); err != nil {
		return fmt.Errorf("plugin in %s: %w", info.GetProgramDirectory(), err)
	}
	return closer.Close()
}

func (h *host) GetRequiredPackages(
	_ context.Context, req *pulumirpc.GetRequiredPackagesRequest,
) (*pulumirpc.GetRequiredPackagesResponse, error) {
	var found []*pulumirpc.PackageDependency
	err := eachPackage(req.GetInfo().GetProgramDirectory(), map[string]bool{}, func(manifest manifest) {
		if dependency := manifest.pluginDependency(); dependency != nil {
			found = append(found, dependency)
		}
	})
	return &pulumirpc.GetRequiredPackagesResponse{Packages: found}, err
}

func (h *host) GetProgramDependencies(
	ctx context.Context, req *pulumirpc.GetProgramDependenciesRequest,
) (*pulumirpc.GetProgramDependenciesResponse, error) {
	dir := req.GetInfo().GetProgramDirectory()
	manager, err := npm.ResolvePackageManager(npm.NpmPackageManager, dir)
	if err != nil {
		return nil, err
	}
	packages, err := manager.ListPackages(ctx, dir, req.GetTransitiveDependencies())
	if err != nil {
		return nil, err
	}
	response := &pulumirpc.GetProgramDependenciesResponse{}
	for _, dependency := range packages {
		response.Dependencies = append(response.Dependencies,
			&pulumirpc.DependencyInfo{Name: dependency.Name, Version: dependency.Version})
	}
	return response, nil
}

func (h *host) About(ctx context.Context, _ *pulumirpc.AboutRequest) (*pulumirpc.AboutResponse, error) {
	node, err := exec.LookPath("node")
	if err != nil {
		return nil, err
	}
	out, err := exec.CommandContext(ctx, node, "--version").Output()
	return &pulumirpc.AboutResponse{Executable: node, Version: strings.TrimSpace(string(out))}, err
}

// InstallDependencies installs nothing: tests run offline and bring their own node_modules.
func (h *host) InstallDependencies(
	*pulumirpc.InstallDependenciesRequest, pulumirpc.LanguageRuntime_InstallDependenciesServer,
) error {
	return nil
}

// GeneratePackage writes an SDK for a schema with the generator that the released host uses.
func (h *host) GeneratePackage(
	_ context.Context, req *pulumirpc.GeneratePackageRequest,
) (*pulumirpc.GeneratePackageResponse, error) {
	client, err := schema.NewLoaderClient(req.GetLoaderTarget())
	if err != nil {
		return nil, err
	}
	defer client.Close()
	loader := schema.NewCachedLoader(client)
	var spec schema.PackageSpec
	if err := json.Unmarshal([]byte(req.GetSchema()), &spec); err != nil {
		return nil, err
	}
	bound, diagnostics, err := schema.BindSpec(spec, loader,
		schema.ValidationOptions{AllowDanglingReferences: true})
	if err != nil {
		return nil, err
	}
	response := &pulumirpc.GeneratePackageResponse{
		Diagnostics: plugin.HclDiagnosticsToRPCDiagnostics(diagnostics),
	}
	if diagnostics.HasErrors() {
		return response, nil
	}
	files, err := codegen.GeneratePackage("pulumi-language-nodejs", bound,
		req.GetExtraFiles(), req.GetLocalDependencies(), req.GetLocal(), loader)
	if err != nil {
		return nil, err
	}
	for name, contents := range files {
		path := filepath.Join(req.GetDirectory(), name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return nil, err
		}
		if err := os.WriteFile(path, contents, 0o644); err != nil {
			return nil, err
		}
	}
	return response, nil
}

// locate resolves a module as a program in dir would.
func locate(ctx context.Context, module, dir string) (string, error) {
	command := exec.CommandContext(ctx, "node", "-p", fmt.Sprintf("require.resolve(%q)", module))
	command.Dir = dir
	out, err := command.Output()
	if err != nil {
		return "", fmt.Errorf("cannot find %s from %s: is @pulumi/pulumi installed there? (%w)",
			module, dir, err)
	}
	return strings.TrimSpace(string(out)), nil
}

// interruptFirst gives a process that is told to stop the time to stop its own children.
func interruptFirst(command *exec.Cmd) {
	command.Cancel = func() error { return command.Process.Signal(os.Interrupt) }
	command.WaitDelay = 5 * time.Second
}

// runOptions are the `runtime.options` of Pulumi.yaml that change how Node is started.
type runOptions struct {
	nodeArgs []string
	env      []string
}

func readOptions(info *pulumirpc.ProgramInfo) (runOptions, error) {
	options := info.GetOptions().AsMap()
	var read runOptions
	if typescript, set := options["typescript"]; !set || typescript == true {
		read.env = append(read.env, "PULUMI_NODEJS_TYPESCRIPT=true")
	}
	if tsconfig, ok := options["tsconfig"].(string); ok {
		read.env = append(read.env, "PULUMI_NODEJS_TSCONFIG_PATH="+tsconfig)
	}
	if nodeArgs, ok := options["nodeargs"].(string); ok {
		words, err := shlex.Split(nodeArgs)
		if err != nil {
			return read, fmt.Errorf("runtime option nodeargs: %w", err)
		}
		read.nodeArgs = words
	}
	return read, nil
}

// configuration writes keys as `namespace:config:name`, the only form that every SDK version reads.
func configuration(req *pulumirpc.RunRequest) (values, secretKeys string, err error) {
	byKey := make(map[string]string, len(req.GetConfig()))
	for text, value := range req.GetConfig() {
		key, err := config.ParseKey(text)
		if err != nil {
			return "", "", err
		}
		byKey[key.Namespace()+":config:"+key.Name()] = value
	}
	valuesJSON, err := json.Marshal(byKey)
	if err != nil {
		return "", "", err
	}
	secretKeysJSON, err := json.Marshal(append([]string{}, req.GetConfigSecretKeys()...))
	return string(valuesJSON), string(secretKeysJSON), err
}

// manifest is the part of a package.json that says whether the package needs a plugin.
type manifest struct {
	Name    string                  `json:"name"`
	Version string                  `json:"version"`
	Pulumi  plugin.PulumiPluginJSON `json:"pulumi"`
}

// pluginDependency is nil for a package that needs no plugin, and for one that does not name it.
func (m manifest) pluginDependency() *pulumirpc.PackageDependency {
	if !m.Pulumi.Resource {
		return nil
	}
	dependency := &pulumirpc.PackageDependency{
		Name: m.Pulumi.Name, Kind: "resource", Version: m.Pulumi.Version, Server: m.Pulumi.Server,
	}
	if dependency.Name == "" {
		scopeless, isPulumis := strings.CutPrefix(m.Name, "@pulumi/")
		if !isPulumis {
			return nil
		}
		dependency.Name = scopeless
	}
	if dependency.Version == "" {
		dependency.Version = m.Version
	}
	dependency.Version = "v" + strings.TrimPrefix(dependency.Version, "v")
	if parameter := m.Pulumi.Parameterization; parameter != nil {
		dependency.Parameterization = &pulumirpc.PackageParameterization{
			Name: parameter.Name, Version: parameter.Version, Value: parameter.Value,
		}
	}
	return dependency
}

// eachPackage visits every package in the node_modules of dir, and in theirs, once, links resolved.
func eachPackage(dir string, seen map[string]bool, visit func(manifest)) error {
	modules := filepath.Join(dir, "node_modules")
	paths, err := filepath.Glob(filepath.Join(modules, "*"))
	if err != nil {
		return err
	}
	scoped, err := filepath.Glob(filepath.Join(modules, "@*", "*"))
	if err != nil {
		return err
	}
	for _, path := range append(paths, scoped...) {
		real, err := filepath.EvalSymlinks(path)
		if err != nil || seen[real] {
			continue
		}
		seen[real] = true
		text, err := os.ReadFile(filepath.Join(real, "package.json"))
		if err != nil {
			continue
		}
		var read manifest
		if err := json.Unmarshal(text, &read); err != nil {
			return fmt.Errorf("%s: %w", filepath.Join(path, "package.json"), err)
		}
		visit(read)
		if err := eachPackage(real, seen, visit); err != nil {
			return err
		}
	}
	return nil
}
