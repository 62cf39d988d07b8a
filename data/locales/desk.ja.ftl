### 主催者デスク：主催者の作業への入口

plain-desk = デスク | 主催者 | 主催者デスク
command-desk = 主催者の作業一覧
desk-heading = 🗂 主催者デスク
desk-revision = 日程 第{ $revision }版
desk-results = 📚 成果と報告書
desk-records = 🗃 配信と記録
desk-invite = ✉️ 招待
desk-deliveries = 📤 送信予定
button-desk = ‹ 主催者デスク
