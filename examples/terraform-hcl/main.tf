# Machines on two clouds, started from images that are looked up when Terraform plans.

terraform {
  required_providers {
    cloudimages = {
      source  = "cloudimages/cloudimages"
      version = "~> 0.1"
    }
    alicloud = {
      source = "aliyun/alicloud"
    }
    tencentcloud = {
      source = "tencentcloudstack/tencentcloud"
    }
  }
}

# Credentials come from each cloud's own environment variables and profile files.
provider "cloudimages" {}

provider "alicloud" {
  region = "cn-hangzhou"
}

provider "tencentcloud" {
  region = "ap-singapore"
}

locals {
  hangzhou  = "alicloud/cn-hangzhou"
  singapore = "tencentcloud/ap-singapore"
}

# The newest build in each region, every time Terraform plans.
data "cloudimages_images" "ubuntu" {
  targets      = [local.hangzhou, local.singapore]
  distro       = "ubuntu"
  os_version   = "22.04"
  architecture = "x86_64"
  owners       = ["public"]
  most_recent  = true
}

resource "alicloud_instance" "web" {
  image_id        = data.cloudimages_images.ubuntu.id_by_target[local.hangzhou]
  instance_type   = "ecs.g7.large"
  security_groups = ["sg-bp1example"]
  vswitch_id      = "vsw-bp1example"
}

resource "tencentcloud_instance" "web" {
  image_id          = data.cloudimages_images.ubuntu.id_by_target[local.singapore]
  instance_type     = "S5.MEDIUM4"
  availability_zone = "ap-singapore-3"
}

# A database is not to be replaced because a newer image appeared. To move it, change a trigger.
resource "cloudimages_pinned_image" "database" {
  targets      = [local.hangzhou]
  distro       = "ubuntu"
  os_version   = "22.04"
  architecture = "x86_64"
  owners       = ["public"]
  most_recent  = true

  triggers = {
    refresh = "2026-q4"
  }
}

resource "alicloud_instance" "database" {
  image_id        = cloudimages_pinned_image.database.image_id
  instance_type   = "ecs.g7.xlarge"
  security_groups = ["sg-bp1example"]
  vswitch_id      = "vsw-bp1example"
}

output "image_ids" {
  value = data.cloudimages_images.ubuntu.id_by_target
}

output "database_image_id" {
  value = cloudimages_pinned_image.database.image_id
}
