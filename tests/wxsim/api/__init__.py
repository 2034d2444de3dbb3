"""What the app may call: `api.weixin.qq.com` in small."""
