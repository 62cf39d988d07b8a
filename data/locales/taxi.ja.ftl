### 場所の住所:コピー、または運転手に提示

button-copy-address = 📋 住所をコピー
button-taxi = 🚕 運転手に見せる
