@echo off
rem Starts the provider on Windows. See launcher.sh beside this file for the reasons.
where /q node || (
  echo The cloudimages provider needs Node.js 20.18 or later, and there is no node on the PATH.
  exit /b 1
)
if not defined CLOUDIMAGES_EXTRA_CA_CERTS set "CLOUDIMAGES_EXTRA_CA_CERTS=%NODE_EXTRA_CA_CERTS%"
set "NODE_EXTRA_CA_CERTS="
set "NODE_OPTIONS=%CLOUDIMAGES_NODE_OPTIONS%"
node "%~dp0provider.cjs"
